-- The read model. Every row is owned by one partition of the log, and only that partition's projector writes it:
-- the partition is in every primary key and unique constraint, and no foreign key crosses partitions.
-- Days are counted from 1970-01-01 (PostgreSQL's date does not reach year -9999); 2147483647 stands for "open".

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Where the projector of each partition stands, and in which log. One row a partition.
create table projection_partition (
    partition      integer     primary key,
    cluster_id     text        not null,
    topic_id       text        not null,
    fold_version   integer     not null,
    next_offset    bigint      not null default 0,  -- of the log; everything before it is applied or rejected
    serve_from     bigint      not null default 0,  -- a refold is under way while next_offset is below this
    epoch          bigint      not null default 0,  -- raised by whoever takes the partition over: a fence
    recorded_at    timestamptz not null default '-infinity',  -- known time: the largest broker stamp so far
    event_count    bigint      not null default 0,  -- recorded events, known or not
    rejected_count bigint      not null default 0   -- rejected records
);

-- Recorded events, one row for each (company, id): the lowest offset stands.
create table event (
    partition      integer     not null,
    log_offset     bigint      not null,
    company        text collate "C" not null,   -- the subject
    id             uuid        not null,
    type           text collate "C" not null,   -- JSON name; of an unknown event its CloudEvents type in full
    known          boolean     not null,
    recorded_at    timestamptz not null,
    block          text collate "C",            -- where its lineage lies now; null for unknown events and
                                                -- for annotations that lead to no claim, or not yet
    thread         bytea,                       -- of a claim: that of its lineage's head now, 32 bytes, or null
    target         uuid,                        -- of an annotation: what it is about
    content_hash   bytea       not null,        -- 32 bytes
    body           bytea       not null,        -- the recorded event as JSON, as it is served
    primary key (partition, log_offset),
    unique (id, partition, company)             -- begins with the id, so it also finds an event by its id alone
);
create index event_by_time on event (recorded_at, partition, log_offset);
create index event_by_type on event (type, recorded_at, partition, log_offset);
create index event_by_block on event (partition, company, block, log_offset) where block is not null;
create index event_by_thread on event (partition, company, thread, log_offset) where thread is not null;
-- Annotations that wait for their claim, or will never have one. Usually empty.
create index event_waiting on event (partition, company, target) where target is not null and block is null;

-- Which events may have changed a company's timeline: those about it, those that name it by id, and those that
-- touched a block whose claims name it.
create table event_company (
    company        text collate "C" not null,
    partition      integer     not null,
    log_offset     bigint      not null,
    recorded_at    timestamptz not null,
    type           text collate "C" not null,
    named          boolean     not null,        -- its subject or named as written; false: only touched
    primary key (company, recorded_at, partition, log_offset)
);
-- Who has ever said that a company is another one, or may have corrected something into it.
create index event_company_same_as on event_company (company) where type in ('same-as', 'corrected');

-- Which companies were ever said to go by an identifier, and where first. Rows are added, never changed.
create table event_identifier (
    identifier     text collate "C" not null,   -- key of the block of such claims; aliases are none
    company        text collate "C" not null,   -- the subject
    partition      integer     not null,
    log_offset     bigint      not null,        -- of the first event that left a claim, as corrected, with it
    primary key (identifier, company, partition)
);
create index event_identifier_by_company on event_identifier (company);

-- Facts as the default policy and now fold them: a cache of the fold over the subject's events.
create table fact (
    partition      integer     not null,
    company        text collate "C" not null,   -- the subject
    id             uuid        not null,
    block          text collate "C" not null,
    type           text collate "C" not null,
    status         text collate "C" not null,
    earliest       integer,                     -- day, null where open
    latest         integer,                     -- day, null where open
    sort_from      integer     not null,
    sort_to        integer     not null,
    companies      text[] collate "C" not null, -- on whose timelines it stands, sorted: its rows in fact_company;
                                                -- a retracted one has no rows, this is where it would stand
    changed_offset bigint      not null,        -- of the last event that touched its block: no later one changed it
    body           bytea       not null,        -- the fact as JSON, as it is served
    primary key (id, partition, company)        -- begins with the id, so it also finds a fact by its id alone
);
create index fact_by_block on fact (partition, company, type, block);

-- On whose timelines a fact stands, and where. A retracted fact stands on none.
create table fact_company (
    company        text collate "C" not null,
    sort_from      integer     not null,
    sort_to        integer     not null,
    fact           uuid        not null,
    subject        text collate "C" not null,
    partition      integer     not null,        -- the subject's
    type           text collate "C" not null,
    status         text collate "C" not null,
    earliest       integer,                     -- day, null where open
    latest         integer,                     -- day, null where open
    primary key (company, sort_from, sort_to, fact, subject, partition)
);
create index fact_company_same_as on fact_company (company) where type = 'same-as';

-- Rounds of funding that stand on a timeline: of the facts of type funded, what is added up.
create table round (
    fact           uuid        not null,
    partition      integer     not null,
    company        text collate "C" not null,   -- the subject
    status         text collate "C" not null,
    round          text collate "C" not null,   -- its kind
    earliest       integer,                     -- day, null where open
    latest         integer,                     -- day, null where open
    currency       text collate "C",            -- this and what follows is null where nothing is disclosed
    low            numeric,                     -- raised at least, null where open
    high           numeric,                     -- raised at most, null where open
    typical        numeric,                     -- where one number must stand for it
    primary key (fact, partition, company)
);
create index round_by_currency on round (currency, earliest);
create index round_of on round (company, partition);

-- What is said of a company within one partition: by its own events (own) or by events that name it.
create table company (
    id             text collate "C" not null,
    partition      integer     not null,
    own            boolean     not null,        -- it has events of its own (they all lie in one partition)
    given_name     text,                        -- own: the latest name its own events give; else what others here call it
    display_name   text,                        -- own: last renamed, else given_name; else given_name
    named_at       timestamptz,                 -- when that name was recorded, to choose between partitions
    named_offset   bigint,
    named_by_own   boolean     not null default false,  -- given_name is from an event of its own
    renamed_to     text,                        -- own: the name it was last renamed to, by its facts
    country        text collate "C",            -- of its headquarters, else of its founding
    status         text collate "C",            -- active, planned, closed, acquired, merged; null where only named
    types          text[]      not null default '{}',  -- known types of the events that name it, from this partition
    event_count    bigint      not null default 0,     -- events that name it, from this partition
    changed_offset bigint      not null,        -- the last offset of its event_company rows of this partition
    other_names    text,                        -- JSON {given, former, aliases}: names beside given_name and renamed_to
    founded_earliest integer,                   -- own: day; -2147483648 where open, null where nothing says that it was founded
    founded_latest integer,                     -- own: day; 2147483647 where open
    founded_year   integer,                     -- own: of the earliest day, else of the latest
    primary key (id, partition)
) with (fillfactor = 70);                       -- its rows change with every event: room for the next version spares the indexes
create index company_by_name on company
    ((lower(left(coalesce(display_name, id collate "default"), 200)) collate "C"), id);
create index company_by_country on company (country, id) where country is not null;
create index company_by_status on company (status, id) where status is not null;
create index company_by_founding on company (founded_earliest, founded_latest, founded_year, id)
    where founded_earliest is not null;

-- The texts by which a company is found, as one partition gives them, each with the key that it is searched by.
create table company_name (
    company        text collate "C" not null,
    partition      integer     not null,
    grade          smallint    not null,        -- 0 its name in the partition of its own events; 1 the same where this partition has none
                                                -- of its own that names it; 2 another name; 3 from a later word on
    weight         smallint    not null,        -- by how much this partition records of it: log4 of event_count
    key            text collate "C" not null,   -- without case, accents and punctuation, at most 200 characters
    kind           text collate "C" not null,   -- name, former-name, alias, given-name, id
    text           text        not null,        -- as it is written, at most 200 characters
    primary key (company, key, grade, partition)
);
create index company_name_search on company_name (grade, weight, key, company);
-- New entries wait in a list that every search reads: a short one.
create index company_name_similar on company_name using gin (key gin_trgm_ops)
    with (gin_pending_list_limit = 256) where grade < 3;

-- Its identifiers but for aliases, by its facts.
create table company_identifier (
    key            text collate "C" not null,   -- scheme:value as it is searched by
    company        text collate "C" not null,
    partition      integer     not null,
    scheme         text collate "C" not null,
    value          text        not null,
    primary key (key, company, partition)
);
create index company_identifier_of on company_identifier (company, partition);

-- The known types of the events that name it, as company.types.
create table company_type (
    type           text collate "C" not null,
    company        text collate "C" not null,
    partition      integer     not null,
    primary key (type, company, partition)
);

-- The least that it has raised: the lower bounds of its rounds that hold, added up.
create table company_raised (
    currency       text collate "C" not null,
    least          numeric     not null,
    company        text collate "C" not null,
    partition      integer     not null,
    primary key (company, currency, partition)
);
create index company_raised_least on company_raised (currency, least, company);

-- Records that could not be read or stored, as they were.
create table rejected_event (
    partition      integer     not null,
    log_offset     bigint      not null,
    reason         text        not null,        -- malformed, wrong-key, wrong-partition, id-conflict, not-stored
    detail         text        not null,
    record_key     bytea,
    headers        bytea       not null,        -- JSON: [[name, base64 of the value], …]
    record_value   bytea,
    recorded_at    timestamptz not null,
    primary key (partition, log_offset)
);

grant select on all tables in schema public to "${readerRole}";
