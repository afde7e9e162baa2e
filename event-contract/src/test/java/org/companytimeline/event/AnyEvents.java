package org.companytimeline.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.shape.AtLeastOneOf;
import org.companytimeline.event.shape.Between;
import org.companytimeline.event.shape.Decimals;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.NotEmpty;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.Rule;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// Any good event, made by the declarations of the records.
@NullUnmarked // jqwik's own types can't say that an arbitrary gives null
final class AnyEvents {

    private static final Arbitrary<Event> ANY =
            Arbitraries.oneOf(EventType.all().stream().map(AnyEvents::of).toList());

    private AnyEvents() {}

    static Arbitrary<Event> events() {
        return ANY;
    }

    private static Arbitrary<Event> of(EventType type) {
        Arbitrary<When> when = record(When.class);
        boolean optional = type.isAnnotation();
        Arbitrary<Event> bare =
                Combinators.combine(
                                Arbitraries.create(UUID::randomUUID),
                                Arbitraries.of(
                                        "https://newsroom.example",
                                        "urn:registry:fr",
                                        "mailto:a@b.example"),
                                instants().injectNull(0.3),
                                record(Subject.class),
                                optional ? when.injectNull(0.3) : when,
                                Arbitraries.of(Status.class),
                                record(type.details()),
                                component(sources()).map(AnyEvents::sources))
                        .as((id, publisher, time, company, at, status, details, sources) ->
                                new Event(
                                        id, publisher, time, company, at, status, details, sources,
                                        null, null, null, null, false));
        return Combinators.combine(
                        bare,
                        text().injectNull(0.5),
                        decimals(0, 1).injectNull(0.5),
                        Arbitraries.of("fr", "en-US", "zh-Hant-TW").injectNull(0.5),
                        text().injectNull(0.5),
                        optional ? Arbitraries.of(true, false) : Arbitraries.just(false))
                .as((e, thread, confidence, lang, note, operator) ->
                        new Event(
                                e.id(),
                                e.publisher(),
                                e.time(),
                                e.company(),
                                e.when(),
                                e.status(),
                                e.details(),
                                e.sources(),
                                thread,
                                confidence,
                                lang,
                                note,
                                operator));
    }

    private static RecordComponent sources() {
        return Arrays.stream(Event.class.getRecordComponents())
                .filter(component -> component.getName().equals("sources"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Source> sources(@Nullable Object list) {
        return list instanceof List<?> sources
                ? sources.stream().map(Source.class::cast).toList()
                : List.of();
    }

    private static <T> Arbitrary<T> record(Class<T> type) {
        List<Arbitrary<Object>> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            components.add(nullable ? component(component).injectNull(0.4) : component(component));
        }
        if (type == CompanyEvent.Identified.class) {
            return identified().map(type::cast);
        }
        AtLeastOneOf needed = type.getAnnotation(AtLeastOneOf.class);
        return Combinators.combine(components)
                .as(values -> construct(type, values))
                .filter(100_000, value -> needed == null || hasOneOf(value, needed))
                .filter(100_000, AnyEvents::isConsistent);
    }

    private static Arbitrary<CompanyEvent.Identified> identified() {
        return Combinators.combine(
                        Arbitraries.of(IdentifierScheme.class),
                        text(),
                        any(Edtf.class, null).map(Edtf.class::cast).injectNull(0.4))
                .as((scheme, text, until) ->
                        new CompanyEvent.Identified(
                                scheme,
                                switch (scheme) {
                                    case LEI -> "969500UP76J52A9OXU27";
                                    case WIKIDATA -> "Q2283";
                                    case SIREN -> "552100554";
                                    case COMPANIES_HOUSE -> "SC095000";
                                    case CIK -> "66740";
                                    case DOMAIN -> "example.com";
                                    case CRUNCHBASE -> "mistral-ai";
                                    case ALIAS -> text;
                                },
                                until));
    }

    private static boolean isConsistent(Object value) {
        return switch (value) {
            case Money money -> {
                ObjectNode members = JsonNodeFactory.instance.objectNode();
                members.set(
                        "disclosed",
                        JsonNodeFactory.instance.booleanNode(
                                !Boolean.FALSE.equals(money.disclosed())));
                put(members, "amount", money.amount());
                put(members, "min", money.min());
                put(members, "max", money.max());
                put(members, "currency", money.currency());
                MoneyRule rule = new MoneyRule();
                yield rule.checkMembers(members, Pointer.ROOT, Faults.NOT_TAKEN_DOWN)
                        && keeps(rule, money);
            }
            case When when -> when.rule() == null || when.text() != null;
            case Place place -> keeps(new PlaceRule(), place);
            default -> true;
        };
    }

    private static void put(ObjectNode members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value.toString());
        }
    }

    private static <T> boolean keeps(Rule<T> rule, T value) {
        return rule.check(value, Pointer.ROOT, Faults.NOT_TAKEN_DOWN);
    }

    private static boolean hasOneOf(Object value, AtLeastOneOf needed) {
        return Arrays.stream(value.getClass().getRecordComponents())
                .filter(component -> Arrays.asList(needed.value()).contains(component.getName()))
                .anyMatch(component -> valueOf(component, value) != null);
    }

    private static @Nullable Object valueOf(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException("could not read " + component, fault);
        }
    }

    private static <T> T construct(Class<T> type, List<Object> values) {
        try {
            @SuppressWarnings("unchecked") // a record has one public constructor here
            Constructor<T> constructor = (Constructor<T>) type.getConstructors()[0];
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException("could not make a " + type, fault);
        }
    }

    private static Arbitrary<Object> component(RecordComponent component) {
        if (component.getType() == List.class) {
            ParameterizedType list = (ParameterizedType) component.getGenericType();
            return any((Class<?>) list.getActualTypeArguments()[0], null)
                    .list()
                    .ofMinSize(component.isAnnotationPresent(NotEmpty.class) ? 1 : 0)
                    .ofMaxSize(3)
                    .map(items -> items);
        }
        return any(component.getType(), component.getAnnotation(Between.class));
    }

    private static Arbitrary<Object> any(Class<?> type, @Nullable Between range) {
        long least = range == null ? 0 : range.least();
        long most = range == null ? 999_999_999_999_999_999L : range.most();
        Arbitrary<?> any =
                switch (type.getSimpleName()) {
                    case "String" -> text();
                    case "Boolean" -> Arbitraries.of(true, false);
                    case "Long" -> Arbitraries.longs().between(least, most);
                    case "BigDecimal" -> decimals(least, most);
                    case "CompanyId" ->
                            Arbitraries.of("mistral-ai", "0", "_.-").map(CompanyId::new);
                    case "Country" -> Arbitraries.of("FR", "US", "MA").map(Country::new);
                    case "Region" -> Arbitraries.of("FR-75", "US-CA", "MA-06").map(Region::new);
                    case "Currency" -> Arbitraries.of("EUR", "USD", "FRF").map(Currency::new);
                    case "UUID" -> Arbitraries.create(UUID::randomUUID);
                    case "URI" ->
                            Arbitraries.of(
                                            "https://a.example",
                                            "http://b.example:8080/c%20d?e=/?#f")
                                    .map(URI::create);
                    case "Edtf" ->
                            Arbitraries.of(
                                            "2024",
                                            "2024-11~/2024-12~",
                                            "../2025~",
                                            "[2023,2024-05]")
                                    .map(Edtf::parse);
                    case "ObjectNode" -> changes();
                    default ->
                            type.isEnum() ? Arbitraries.of(type.getEnumConstants()) : record(type);
                };
        return any.map(value -> value);
    }

    private static Arbitrary<ObjectNode> changes() {
        return text().map(text ->
                JsonNodeFactory.instance
                        .objectNode()
                        .putNull("status")
                        .put("thread", text)
                        .set(
                                "details",
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put(text, new BigDecimal("1.5"))));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00a0', '\ud7ff')
                .withCharRange('\ue000', '\ufffd')
                .withChars('\t', '\n', '\r')
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(text -> text.chars().anyMatch(c -> " \t\n\r".indexOf(c) < 0));
    }

    private static Arbitrary<BigDecimal> decimals(long least, long most) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(least), BigDecimal.valueOf(most))
                .ofScale(6)
                .map(Decimals::normal);
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("1000-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2999-12-31T23:59:59.999Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
    }
}
