package org.companytimeline.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
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
import org.jspecify.annotations.Nullable;

/// The strings that have a form of their own: ids, codes, dates, addresses.
final class Scalars {

    /// Characters of an address or a code.
    static final int MOST_CHARACTERS = 2_000;

    static final Shape<CompanyId> COMPANY_ID =
            patterned(
                    "CompanyId",
                    CompanyId.PATTERN,
                    CompanyId::new,
                    CompanyId::value,
                    "is no company id; write 1 to 80 of a-z, 0-9, _, - and, after the first, .");

    static final Shape<Region> REGION =
            patterned(
                    "Region",
                    Region.PATTERN,
                    Region::new,
                    Region::code,
                    "is no ISO 3166-2 code; write it as in \"US-CA\"");

    static final Shape<Country> COUNTRY = codes("Country", Country.codes(), Country::new);

    static final Shape<Currency> CURRENCY = codes("Currency", Currency.codes(), Currency::new);

    static final Shape<UUID> EVENT_ID =
            patterned(
                    "EventId",
                    "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
                    UUID::fromString,
                    UUID::toString,
                    "is no UUID; write one as in \"4d874153-6328-527d-ae98-e6ce54b4a617\"");

    /// Characters of RFC 3986 that need no escape in a path, and the sign of an escape.
    private static final String PATH = "A-Za-z0-9._~!$&'()*+,;=:@%/-";

    private static final String WHOLE_ESCAPES = "^(?!.*%(?![0-9A-Fa-f]{2}))";

    /// A web address: RFC 3986 without user, IP literal or characters that need escaping.
    static final Shape<URI> WEB_ADDRESS =
            patterned(
                    "WebAddress",
                    WHOLE_ESCAPES
                            + "[Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9][A-Za-z0-9.-]{0,252}(:[0-9]{1,5})?"
                            + "(/["
                            + PATH
                            + "]*)?(\\?["
                            + PATH
                            + "?]*)?(#["
                            + PATH
                            + "?]*)?$",
                    URI::create,
                    URI::toString,
                    "is no web address; write http:// or https://, a host and a path, everything"
                            + " but ASCII percent-encoded");

    /// A publisher: any URI without a fragment.
    static final Shape<String> PUBLISHER =
            patterned(
                    "Publisher",
                    WHOLE_ESCAPES
                            + "[A-Za-z][A-Za-z0-9+.-]{0,30}:(//)?[A-Za-z0-9]["
                            + PATH
                            + "?]*$",
                    text -> text,
                    text -> text,
                    "is no URI; write one as in \"https://newsroom.example\"");

    static final Shape<Instant> INSTANT =
            patterned(
                    "Instant",
                    "^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
                            + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$",
                    "date-time",
                    text -> Instant.parse(text).truncatedTo(ChronoUnit.MILLIS),
                    Scalars::print,
                    "is no instant; write it in UTC as in \"2024-11-30T12:00:00.000Z\"");

    static final Shape<Edtf> DATE =
            new ParsedShape<>(
                    "Date",
                    Edtf::parse,
                    Edtf::toString,
                    () ->
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("type", "string")
                                    .put("format", "edtf")
                                    .put(
                                            "$comment",
                                            "The format edtf is ISO 8601-2 EDTF as this product"
                                                + " accepts it; JSON Schema does not know it."));

    static final Shape<String> LANGUAGE =
            patterned(
                    "Language",
                    "^([A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(-[A-Za-z]{4})?"
                        + "(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3})){0,4}"
                        + "(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8}){1,4}){0,4}(-x(-[A-Za-z0-9]{1,8}){1,4})?$",
                    text -> text,
                    text -> text,
                    "is no BCP 47 language tag; write one as in \"fr\" or \"en-US\"");

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Scalars() {}

    /// ISO 8601 in UTC with exactly three digits of a second.
    static String print(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    private static <T> Shape<T> codes(String name, List<String> codes, Function<String, T> parse) {
        Map<String, T> byCode = new LinkedHashMap<>();
        codes.forEach(code -> byCode.put(code, parse.apply(code)));
        return new ChoiceShape<>(name, byCode);
    }

    private static <T> Shape<T> patterned(
            String name,
            String pattern,
            Function<String, T> parse,
            Function<T, String> print,
            String refusal) {
        return patterned(name, pattern, null, parse, print, refusal);
    }

    private static <T> Shape<T> patterned(
            String name,
            String pattern,
            @Nullable String format,
            Function<String, T> parse,
            Function<T, String> print,
            String refusal) {
        Pattern compiled = Pattern.compile(pattern);
        return new ParsedShape<>(
                name,
                text -> {
                    if (text.length() > MOST_CHARACTERS || !compiled.matcher(text).matches()) {
                        throw new IllegalArgumentException(refusal);
                    }
                    try {
                        return parse.apply(text);
                    } catch (DateTimeParseException noSuchDay) {
                        throw new IllegalArgumentException(refusal, noSuchDay);
                    }
                },
                print,
                () -> {
                    ObjectNode schema =
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("type", "string")
                                    .put("maxLength", MOST_CHARACTERS)
                                    .put("pattern", pattern);
                    return format == null ? schema : schema.put("format", format);
                });
    }
}
