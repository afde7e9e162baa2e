package org.companytimeline.query.http;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Currency;
import org.companytimeline.event.EventType;
import org.companytimeline.event.Fault;
import org.companytimeline.event.Status;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.edtf.EdtfException;
import org.companytimeline.model.Policy;
import org.companytimeline.query.view.CompanySearch;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.CursorText;
import org.companytimeline.query.view.Direction;
import org.companytimeline.query.view.EventFilter;
import org.companytimeline.query.view.KnownAt;
import org.companytimeline.query.view.Match;
import org.companytimeline.query.view.PageCursor;
import org.companytimeline.query.view.PageRequest;
import org.companytimeline.query.view.Period;
import org.companytimeline.query.view.StreamFilter;
import org.companytimeline.query.view.StreamStart;
import org.jspecify.annotations.Nullable;

/// The parameters of one request. All faults are collected; a getter whose value is at fault gives
/// a stand-in, which is never used because a request with faults is refused.
final class Parameters {

    private static final UUID NO_ID = new UUID(0, 0);

    /// What is wrong with two points in the log that are the wrong way round.
    static final Fault FROM_AFTER_TO =
            new Fault(
                    "/knownFrom",
                    "knownFrom is later than knownTo, or than now: swap them, or leave knownTo"
                            + " out.",
                    List.of());

    private static final CompanyId NO_COMPANY = new CompanyId("-");

    private final UriInfo uri;
    private final MultivaluedMap<String, String> given;
    private final List<Fault> faults = new ArrayList<>();

    private Parameters(UriInfo uri) {
        this.uri = uri;
        given = uri.getQueryParameters();
    }

    /// @param allowed the names of the query parameters that this path takes
    static Parameters of(UriInfo uri, String... allowed) {
        return of(uri, Map.of(), allowed);
    }

    /// @param elsewhere what to do about the parameters that another representation takes, by name
    /// @param allowed the names of the query parameters that this one takes
    static Parameters of(UriInfo uri, Map<String, String> elsewhere, String... allowed) {
        Parameters parameters = new Parameters(uri);
        List<String> names = List.of(allowed);
        for (String name : new TreeSet<>(parameters.given.keySet())) {
            if (!names.contains(name)) {
                String hint =
                        names.isEmpty()
                                ? ": this path takes none."
                                : elsewhere.containsKey(name) ? ": " + elsewhere.get(name) : ".";
                parameters.fault(
                        name,
                        "There is no parameter %s here%s".formatted(quoted(name), hint),
                        names);
            }
        }
        return parameters;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /// The query as it was sent, with its question mark; empty if there was none.
    String rawQuery() {
        String query = uri.getRequestUri().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    /// What a text about `asOf` adds where the day must be certain.
    String sureness() {
        return given.getOrDefault("match", List.of()).contains("certain") ? " for certain" : "";
    }

    /// Path and query of the first page of what is asked here.
    String firstPage() {
        UriBuilder first = uri.getRequestUriBuilder().replaceQueryParam("cursor");
        if (given.getOrDefault("knownAt", List.of()).stream()
                .anyMatch(text -> CursorText.readPoint(text).isPresent())) {
            first.replaceQueryParam("knownAt");
        }
        var location = first.build();
        String query = location.getRawQuery();
        return location.getRawPath() + (query == null || query.isEmpty() ? "" : "?" + query);
    }

    CompanyId company(String text) {
        if (CompanyId.isValid(text)) {
            return new CompanyId(text);
        }
        fault("company", companyHint(text), List.of());
        return NO_COMPANY;
    }

    UUID uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (text.length() == 36) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // told below, as for ids that are a UUID cut short
        }
        fault(
                "id",
                "%s is no id: an id is a UUID such as 3f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77."
                        .formatted(quoted(text)),
                List.of());
        return NO_ID;
    }

    /// The subject, where an id is not unique.
    Optional<CompanyId> subject() {
        return one("company").map(this::company);
    }

    SortedSet<CompanyId> companies() {
        SortedSet<CompanyId> companies = new TreeSet<>();
        List<String> values = given.getOrDefault("company", List.of());
        if (values.size() > EventFilter.MOST_COMPANIES) {
            fault(
                    "company",
                    "company may be given at most %d times.".formatted(EventFilter.MOST_COMPANIES),
                    List.of());
            return companies;
        }
        values.forEach(value -> companies.add(company(value)));
        return companies;
    }

    Optional<String> q() {
        return one("q").map(String::strip).filter(text -> !text.isEmpty()).map(this::searchable);
    }

    private String searchable(String text) {
        if (text.length() > CompanySearch.LONGEST_Q) {
            fault(
                    "q",
                    "q may be at most %d characters long.".formatted(CompanySearch.LONGEST_Q),
                    List.of());
        }
        if (text.chars().anyMatch(Character::isISOControl)
                || text.codePoints().anyMatch(Parameters::isSurrogate)) {
            fault("q", "q may hold no control characters.", List.of());
        }
        return text;
    }

    private static boolean isSurrogate(int codePoint) {
        return Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE;
    }

    private String country(String text) {
        String country = text.toUpperCase(Locale.ROOT);
        if (!List.of(Locale.getISOCountries()).contains(country)) {
            fault(
                    "country",
                    "%s is no country: use ISO 3166-1 alpha-2, such as FR.".formatted(quoted(text)),
                    List.of());
        }
        return country;
    }

    SortedSet<String> types() {
        SortedSet<String> types = new TreeSet<>();
        given.getOrDefault("type", List.of()).forEach(text -> types.add(knownType(text)));
        return types;
    }

    private String knownType(String text) {
        boolean inFull = text.indexOf('.') > 0 && text.matches("[!-~]{1,200}");
        if (!inFull && EventType.named(text).isEmpty()) {
            fault(
                    "type",
                    "%s is no event type.".formatted(quoted(text)),
                    EventType.all().stream().map(EventType::name).toList());
        }
        return text;
    }

    SortedSet<String> statuses() {
        List<String> allowed =
                Stream.of(Status.values())
                        .map(status -> status.name().toLowerCase(Locale.ROOT))
                        .toList();
        SortedSet<String> statuses = new TreeSet<>();
        for (String text : given.getOrDefault("status", List.of())) {
            if (!allowed.contains(text)) {
                fault("status", "%s is no status.".formatted(quoted(text)), allowed);
            }
            statuses.add(text);
        }
        return statuses;
    }

    /// From the first day that the date in `from` can mean to the last day of that in `to`.
    Period period() {
        return new Period(day("from", Edtf::earliest), day("to", Edtf::latest), match());
    }

    /// Until the last day that the date in `asOf` can mean.
    Period asOf() {
        Optional<Integer> day = day("asOf", Edtf::latest);
        if (day.isEmpty() && isSound("asOf")) {
            fault(
                    "asOf",
                    "asOf needs a date with a last day: such as 2024, 2024-06 or 2024-06-30.",
                    List.of());
        }
        return Period.until(day, match());
    }

    /// Whether a parameter is given and nothing was found at fault with it.
    private boolean isSound(String name) {
        return given.containsKey(name)
                && faults.stream().noneMatch(fault -> fault.pointer().equals("/" + name));
    }

    /// The moment whose knowledge is asked for.
    KnownAt known(String name) {
        Optional<String> text = one(name);
        if (text.isEmpty()) {
            return new KnownAt.Now();
        }
        Optional<Cursor> point = CursorText.readPoint(text.get());
        if (point.isPresent()) {
            return new KnownAt.AtCursor(point.get());
        }
        Moment moment = Moment.read(text.get());
        return switch (moment) {
            case Moment.At at -> new KnownAt.AtInstant(at.instant());
            case Moment.None none -> {
                fault(name, "%s %s".formatted(quoted(text.get()), none.why()), List.of());
                yield new KnownAt.Now();
            }
        };
    }

    /// Where a stream begins: `Last-Event-ID` wins over `from`; without either with what comes now.
    ///
    /// @param lastEventId the header as it was sent; null or blank if it was not
    StreamStart streamStart(@Nullable String lastEventId) {
        Optional<String> from = one("from");
        if (lastEventId != null && !lastEventId.isBlank()) {
            Optional<Cursor> last = CursorText.readPoint(lastEventId.strip());
            if (last.isEmpty()) {
                fault(
                        "Last-Event-ID",
                        "Last-Event-ID is no cursor: send the id of the last event or heartbeat as"
                                + " it is, or leave the header out.",
                        List.of());
            }
            return new StreamStart.After(
                    last.<KnownAt>map(KnownAt.AtCursor::new).orElseGet(KnownAt.Now::new));
        }
        return switch (from.orElse("now")) {
            case "beginning" -> new StreamStart.Beginning();
            case "now" -> new StreamStart.After(new KnownAt.Now());
            default -> new StreamStart.After(known("from"));
        };
    }

    /// Since when changes are asked for; empty if everything is.
    Optional<KnownAt> since() {
        return one("since").map(_ -> known("since"));
    }

    /// What subscribers ask of events.
    StreamFilter streamFilter() {
        return new StreamFilter(
                new EventFilter(companies(), types()), countries(), statuses(), money());
    }

    private SortedSet<String> countries() {
        SortedSet<String> countries = new TreeSet<>();
        given.getOrDefault("country", List.of()).forEach(text -> countries.add(country(text)));
        return countries;
    }

    private Optional<StreamFilter.MoneyFilter> money() {
        Optional<String> currency = one("currency").map(this::currency);
        Optional<BigDecimal> minimum = one("minimumAmount").flatMap(this::amount);
        if (currency.isEmpty() && given.containsKey("minimumAmount")) {
            fault(
                    "currency",
                    "minimumAmount needs currency: amounts of different currencies are not"
                            + " compared.",
                    List.of());
        }
        return currency.map(code -> new StreamFilter.MoneyFilter(code, minimum));
    }

    private String currency(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!Currency.codes().contains(code)) {
            fault(
                    "currency",
                    "%s is no currency: use ISO 4217, such as EUR.".formatted(quoted(text)),
                    List.of());
        }
        return code;
    }

    private Optional<BigDecimal> amount(String text) {
        if (text.matches("[0-9]{1,30}(\\.[0-9]{1,10})?")) {
            return Optional.of(new BigDecimal(text));
        }
        fault(
                "minimumAmount",
                "%s is no amount: write digits, and a point before decimals, such as 1000000."
                        .formatted(quoted(text)),
                List.of());
        return Optional.empty();
    }

    /// Whether a stream goes on after the head.
    boolean follow() {
        Optional<String> text = one("follow");
        if (text.isPresent() && !List.of("true", "false").contains(text.get())) {
            fault(
                    "follow",
                    "%s is neither true nor false.".formatted(quoted(text.get())),
                    List.of("true", "false"));
        }
        return !text.equals(Optional.of("false"));
    }

    /// Path and query of the same stream from the beginning of the log.
    String fromBeginning() {
        var location = uri.getRequestUriBuilder().replaceQueryParam("from", "beginning").build();
        return location.getRawPath() + "?" + location.getRawQuery();
    }

    /// The earlier of two moments, which must be given.
    ///
    /// @param knownTo the later one
    KnownAt knownFrom(KnownAt knownTo) {
        if (!given.containsKey("knownFrom")) {
            fault(
                    "knownFrom",
                    "knownFrom is needed: an instant such as 2026-03-01T00:00:00Z, or the"
                            + " Timeline-Cursor of an earlier answer.",
                    List.of());
        }
        KnownAt knownFrom = known("knownFrom");
        if (knownFrom instanceof KnownAt.AtInstant from
                && knownTo instanceof KnownAt.AtInstant to
                && from.instant().isAfter(to.instant())) {
            faults.add(FROM_AFTER_TO);
        }
        return knownFrom;
    }

    Policy policy() {
        Optional<String> name = one("policy");
        Optional<Policy> policy = name.flatMap(Policy::named);
        if (name.isPresent() && policy.isEmpty()) {
            fault(
                    "policy",
                    "%s is no policy: a policy is named with its version."
                            .formatted(quoted(name.get())),
                    Stream.of(Policy.values()).map(Policy::policyName).toList());
        }
        return policy.orElse(Policy.DEFAULT_1);
    }

    Optional<Integer> day(String name, Function<Edtf, Optional<LocalDate>> end) {
        return edtf(name).flatMap(end).map(day -> (int) day.toEpochDay());
    }

    Optional<Edtf> edtf(String name) {
        return one(name).flatMap(text -> edtf(name, text));
    }

    /// All dates of a parameter that may be repeated, in their order; a fault's pointer ends in the
    /// place of its date, from 0.
    List<Edtf> edtfs(String name) {
        List<String> texts = all(name);
        return IntStream.range(0, texts.size())
                .mapToObj(i -> edtf(name + "/" + i, texts.get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Edtf> edtf(String name, String text) {
        try {
            return Optional.of(Edtf.parse(text));
        } catch (EdtfException e) {
            fault(name, "%s is no date: %s".formatted(quoted(text), e.getMessage()), List.of());
            return Optional.empty();
        }
    }

    Match match() {
        return choice("match", Match.class, Match.POSSIBLE);
    }

    Direction order() {
        return choice("order", Direction.class, Direction.ASC);
    }

    private <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        Optional<String> text = one(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text.get())) {
                return value;
            }
        }
        fault(
                name,
                "%s is no %s.".formatted(quoted(text.get()), name),
                Stream.of(type.getEnumConstants())
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .toList());
        return otherwise;
    }

    PageRequest page() {
        return new PageRequest(limit(), cursor());
    }

    private int limit() {
        Optional<String> text = one("limit");
        if (text.isEmpty()) {
            return PageRequest.DEFAULT_LIMIT;
        }
        if (text.get().matches("0*[1-9][0-9]{0,3}")) {
            int limit = Integer.parseInt(text.get());
            if (limit <= PageRequest.MAX_LIMIT) {
                return limit;
            }
        }
        fault(
                "limit",
                "limit is a number from 1 to %d, not %s."
                        .formatted(PageRequest.MAX_LIMIT, quoted(text.get())),
                List.of());
        return PageRequest.DEFAULT_LIMIT;
    }

    private Optional<PageCursor> cursor() {
        Optional<String> text = one("cursor");
        Optional<PageCursor> cursor = text.flatMap(CursorText::readPage);
        if (text.isPresent() && cursor.isEmpty()) {
            fault(
                    "cursor",
                    CursorText.readPoint(text.get()).isPresent()
                            ? "This is a Timeline-Cursor: pass the next of a page as cursor."
                            : "The cursor cannot be read: pass the next of a page as it is.",
                    List.of());
        }
        return cursor;
    }

    List<String> all(String name) {
        return given.getOrDefault(name, List.of());
    }

    /// A parameter that may be given once.
    Optional<String> one(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            fault(name, "%s may be given once.".formatted(name), List.of());
        }
        return values.stream().findFirst();
    }

    void fault(String parameter, String detail, List<String> allowed) {
        Fault fault = new Fault("/" + parameter, detail, allowed);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    private static String companyHint(String text) {
        return "%s is no company id: 1 to 80 lower-case letters, digits, _, - and, after the first, a dot."
                .formatted(quoted(text));
    }

    static String quoted(String text) {
        return '"' + (text.length() > 100 ? text.substring(0, 100) + "…" : text) + '"';
    }
}
