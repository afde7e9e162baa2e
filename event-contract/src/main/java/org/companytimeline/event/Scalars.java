package org.companytimeline.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.shape.ChoiceShape;
import org.companytimeline.event.shape.ParsedShape;
import org.companytimeline.event.shape.Shape;

/// The strings that have a form of their own: ids, codes, dates, addresses.
final class Scalars {

    /// Characters of RFC 3986 that need no escape in a path, and the sign of an escape.
    private static final String PATH = "A-Za-z0-9._~!$&'()*+,;=:@%/-";

    /// At most 2,000 characters, and every `%` starts an escape.
    private static final String ADDRESS = "^(?!.*%(?![0-9A-Fa-f]{2}))(?!.{2001})";

    static final Shape<CompanyId> COMPANY_ID =
            checked(
                    "CompanyId",
                    "1 to 80 of a-z, 0-9, _, - and, after the first, .",
                    CompanyId.PATTERN,
                    CompanyId::new,
                    CompanyId::value);

    static final Shape<Region> REGION =
            checked(
                    "Region",
                    "an ISO 3166-2 code such as US-CA",
                    Region.PATTERN,
                    Region::new,
                    Region::code);

    static final Shape<Country> COUNTRY = codes("Country", Country.codes(), Country::new);

    static final Shape<Currency> CURRENCY = codes("Currency", Currency.codes(), Currency::new);

    static final Shape<UUID> EVENT_ID =
            checked(
                    "EventId",
                    "a UUID such as 4d874153-6328-527d-ae98-e6ce54b4a617",
                    "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
                    Scalars::uuid,
                    UUID::toString);

    /// RFC 3986 without user, IP literal or characters that need escaping.
    static final Shape<URI> WEB_ADDRESS =
            patterned(
                    "WebAddress",
                    "http:// or https://, a host and a path, at most 2,000 characters, all but"
                            + " ASCII percent-encoded",
                    ADDRESS
                            + "[Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9][A-Za-z0-9.-]{0,252}(:[0-9]{1,5})?"
                            + "(/[PATH]*)?(\\?[?PATH]*)?(#[?PATH]*)?$".replace("PATH", PATH),
                    URI::create,
                    URI::toString);

    /// Any URI without a fragment.
    static final Shape<String> PUBLISHER =
            patterned(
                    "Publisher",
                    "a URI such as https://newsroom.example, at most 2,000 characters",
                    ADDRESS
                            + "[A-Za-z][A-Za-z0-9+.-]{0,30}:(//)?[A-Za-z0-9][?PATH]*$"
                                    .replace("PATH", PATH),
                    text -> text,
                    text -> text);

    static final Shape<Instant> INSTANT =
            new ParsedShape<>(
                    "Instant",
                    Scalars::instant,
                    Scalars::print,
                    () ->
                            schema("an instant in UTC such as 2024-11-30T12:00:00.000Z")
                                    .put("pattern", Patterns.INSTANT.pattern())
                                    .put("format", "date-time"));

    static final Shape<Edtf> DATE =
            new ParsedShape<>(
                    "Date",
                    Edtf::parse,
                    Edtf::toString,
                    () ->
                            schema(
                                            "an EDTF date such as 2024-11, 2024-11~/2024-12~ or"
                                                    + " ../2025~, at most 100 characters")
                                    .put("format", "edtf")
                                    .put(
                                            "$comment",
                                            "A validator that does not know the format edtf"
                                                    + " accepts any string here."));

    static final Shape<String> LANGUAGE =
            patterned(
                    "Language",
                    "a BCP 47 language tag such as fr or en-US",
                    "^([A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(-[A-Za-z]{4})?"
                        + "(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3})){0,4}"
                        + "(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8}){1,4}){0,4}"
                        + "(-x(-[A-Za-z0-9]{1,8}){1,4})?$",
                    text -> text,
                    text -> text);

    private Scalars() {}

    private static final class Patterns {
        static final Pattern INSTANT =
                Pattern.compile(
                        "^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
                                + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$");
        static final DateTimeFormatter MILLISECONDS =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                        .withZone(ZoneOffset.UTC);
    }

    /// ISO 8601 in UTC with exactly three digits of a second.
    static String print(Instant instant) {
        return Patterns.MILLISECONDS.format(instant);
    }

    /// Java alone would also take a UUID with digits left out.
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not written in full: " + text);
        }
        return uuid;
    }

    private static Instant instant(String text) {
        String refusal = "is no instant in UTC; write one such as 2024-11-30T12:00:00.000Z";
        if (!Patterns.INSTANT.matcher(text).matches()) {
            throw new IllegalArgumentException(refusal);
        }
        try {
            return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException(refusal, noSuchDay);
        }
    }

    private static <T> Shape<T> codes(String name, List<String> codes, Function<String, T> parse) {
        Map<String, T> byCode = new LinkedHashMap<>();
        codes.forEach(code -> byCode.put(code, parse.apply(code)));
        return new ChoiceShape<>(name, byCode);
    }

    /// @param form what is accepted, in words
    /// @param parse may take it that the text has the pattern
    private static <T> Shape<T> patterned(
            String name,
            String form,
            String pattern,
            Function<String, T> parse,
            Function<T, String> print) {
        Pattern compiled = Pattern.compile(pattern);
        return checked(
                name,
                form,
                pattern,
                text -> {
                    if (!compiled.matcher(text).matches()) {
                        throw new IllegalArgumentException("not like " + pattern);
                    }
                    return parse.apply(text);
                },
                print);
    }

    /// @param form what is accepted, in words
    /// @param parse throws an `IllegalArgumentException` where the text does not have the pattern
    private static <T> Shape<T> checked(
            String name,
            String form,
            String pattern,
            Function<String, T> parse,
            Function<T, String> print) {
        return new ParsedShape<>(
                name,
                text -> {
                    try {
                        return parse.apply(text);
                    } catch (IllegalArgumentException refusal) {
                        throw new IllegalArgumentException(
                                "is not accepted; write " + form, refusal);
                    }
                },
                print,
                () -> schema(form).put("pattern", pattern));
    }

    private static ObjectNode schema(String form) {
        return JsonNodeFactory.instance.objectNode().put("description", form).put("type", "string");
    }
}
