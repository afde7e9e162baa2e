#!/usr/bin/env bash
# Makes the two roles of the database: its owner, and a reader that may connect and reads what the owner grants it.
# The image of PostgreSQL runs this once, when its volume is empty.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set=owner_password="$TIMELINE_OWNER_PASSWORD" --set=reader_password="$TIMELINE_READER_PASSWORD" \
    --set=database="$POSTGRES_DB" <<'SQL'
create role timeline_owner login password :'owner_password';
create role timeline_reader login password :'reader_password';
alter role timeline_reader set default_transaction_read_only = on;
alter database :"database" owner to timeline_owner;
revoke all on database :"database" from public;
grant connect on database :"database" to timeline_reader;
SQL
