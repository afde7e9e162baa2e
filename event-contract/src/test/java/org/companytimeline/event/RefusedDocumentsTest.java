package org.companytimeline.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedDocumentsTest {

    private static final PostedDefaults DEFAULTS =
            new PostedDefaults(new UUID(1, 2), "https://newsroom.example", false);

    private static final String GOOD =
            """
            {"type": "funded", "company": {"id": "pathway"}, "when": "2024",
             "details": {"round": "seed", "money": {"amount": "5", "currency": "EUR"},
                         "investors": [{"name": "Lukasz Kaiser"}]},
             "sources": [{"title": "A press article"}]}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "not JSON",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":1} {}",
                "[1] x",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":\"b",
                "\uFEFF{}",
                "{\"a\":\"tab\tinside\"}"
            })
    void whatIsNoJsonIsUnreadable(String text) {
        Decoded.Malformed refused = refused(text.getBytes(UTF_8));

        assertThat(refused.readable()).isFalse();
        assertThat(refused.faults()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "3", "\"text\"", "[]", "true", "[{}]"})
    void whatIsNoObjectIsReadableButRefused(String text) {
        Decoded.Malformed refused = refused(text.getBytes(UTF_8));

        assertThat(refused.readable()).isTrue();
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("");
    }

    @Test
    void anotherEncodingThanUtf8IsUnreadable() {
        byte[] latin = GOOD.replace("press", "préss").getBytes(ISO_8859_1);

        assertUnreadable(latin, "", "is not UTF-8; encode the JSON as UTF-8");
    }

    @Test
    void aReplacementCharacterThatIsMeantIsRead() {
        Decoded decoded = decoded(GOOD.replace("press", "pr\uFFFDss"));

        assertThat(decoded).isInstanceOf(Decoded.Known.class);
    }

    @Test
    void aSurrogateEncodedOnItsOwnIsUnreadable() {
        byte[] json = "{\"a\":\"xxx\"}".getBytes(UTF_8);
        json[6] = (byte) 0xED;
        json[7] = (byte) 0xA0;
        json[8] = (byte) 0x80;

        assertUnreadable(json, "", "is not UTF-8; encode the JSON as UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"a\":[{\"b\":\"\\ud800\"}]}', /a/0/b",
        "'{\"a\":[{\"b\":\"\\uDC00x\"}]}', /a/0/b",
        "'{\"c\":{\"\\ud83d\":1}}', /c",
    })
    void anEscapedHalfOfASurrogatePairIsUnreadable(String json, String pointer) {
        assertUnreadable(
                json.getBytes(UTF_8),
                pointer,
                "holds half of a surrogate pair; write the whole character, or none");
    }

    @Test
    void aWholeEscapedSurrogatePairIsRead() {
        Decoded decoded = decoded(GOOD.replace("A press", "\\ud83d\\ude00"));

        assertThat(decoded).isInstanceOf(Decoded.Known.class);
    }

    @Test
    void aKeyThatComesTwiceIsUnreadable() {
        Decoded.Malformed refused =
                refused(GOOD.replace("\"round\"", "\"round\":\"angel\",\"round\"").getBytes(UTF_8));

        assertThat(refused.readable()).isFalse();
        assertThat(refused.faults().getFirst().detail()).contains("Duplicate", "round");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void aHundredThousandLevelsAreUnreadableAndNoOverflow(String level) {
        String json = "{\"details\":" + level.repeat(100_000);

        Decoded.Malformed refused = refused(json.getBytes(UTF_8));

        assertThat(refused.readable()).isFalse();
        assertThat(refused.faults().getFirst().detail()).contains("at most 100 levels");
    }

    @Test
    void aNumberOfAThousandDigitsIsUnreadable() {
        Decoded.Malformed refused =
                refused(("{\"confidence\":0." + "1".repeat(1_000) + "}").getBytes(UTF_8));

        assertThat(refused.readable()).isFalse();
        assertThat(refused.faults().getFirst().detail()).contains("100 characters in a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-1e999999999", "1e99999999999"})
    void aNumberOfBillionsOfDigitsIsRefusedAtOnce(String number) {
        Decoded decoded =
                decoded(GOOD.replace("\"when\"", "\"confidence\":" + number + ",\"when\""));

        assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource({
        // what to replace, by what, pointer, part of the detail
        "'\"funded\"', '\"fundet\"', /type, 'did you mean \"funded\"?'",
        "'\"type\": \"funded\",', '', /type, is missing",
        "'\"funded\"', 7, /type, 7 is no known type",
        "'{\"id\": \"pathway\"}', '{}', /company/id, is missing",
        "'\"pathway\"', '\"Path way\"', /company/id, '1 to 80 of a-z'",
        "'\"when\": \"2024\",', '', /when, is missing",
        "'\"2024\"', '\"2024-02-30\"', /when, 2024-02-30",
        "'\"2024\"', '{\"edtf\": \"2024/2023\"}', /when/edtf, 2024/2023",
        "'\"2024\"', null, /when, must be an object",
        "'\"2024\"', 2024, /when, must be an object",
        "'[{\"title\": \"A press article\"}]', '[]', /sources, at least one",
        "'{\"title\": \"A press article\"}', '{\"kind\": \"press\"}', /sources/0, 'title,"
                + " publisher, url'",
        "'\"title\": \"A press article\"', '\"url\": \"ftp://a.example\"', /sources/0/url, http",
        "'\"A press article\"', '\"\\u0000\"', /sources/0/title, U+0000",
        "'\"A press article\"', '\"\\u001b[31m\"', /sources/0/title, U+001B",
        "'\"A press article\"', '\" \"', /sources/0/title, blank",
        "'\"seed\"', '\"series a\"', /details/round, 'did you mean \"series-a\"?'",
        "'\"round\"', '\"ronud\"', /details/ronud, did you mean `round`?",
        "'\"5\"', 5, /details/money/amount, write it as a string",
        "'\"5\"', '\"5,000\"', /details/money/amount, no decimal",
        "', \"currency\": \"EUR\"', '', /details/money/currency, is missing",
        "'\"amount\": \"5\", ', '', /details/money, has no amount",
        "'\"EUR\"', '\"EUR\", \"disclosed\": false', /details/money, is not disclosed",
        "'\"EUR\"', '\"EUR\", \"max\": \"4.99\"', /details/money, min <= amount <= max",
        "'\"EUR\"', '\"Euro\"', /details/money/currency, 'did you mean \"EUR\"?'",
        "'{\"name\": \"Lukasz Kaiser\"}', '{\"lead\": true}', /details/investors/0, 'name,"
                + " company'",
        "'{\"name\": \"Lukasz Kaiser\"}', '\"Lukasz Kaiser\"', /details/investors/0, must be an"
                + " object",
        "'\"when\"', '\"status\": \"sure\", \"when\"', /status, is not known here",
        "'\"when\"', '\"confidence\": 1.01, \"when\"', /confidence, between 0 and 1",
        "'\"when\"', '\"confidence\": \"1\", \"when\"', /confidence, must be a number",
        "'\"when\"', '\"lang\": \"en_GB\", \"when\"', /lang, BCP 47",
        "'\"when\"', '\"id\": \"17\", \"when\"', /id, UUID",
        "'\"when\"', '\"id\": \"1-1-1-1-1\", \"when\"', /id, UUID",
        "'\"when\"', '\"note\": null, \"when\"', /note, leave it out",
        "'\"when\"', '\"publisher\": \"https://b.example\", \"when\"', /publisher, another"
                + " publisher",
        "'\"when\"', '\"a/b~c\": 1, \"when\"', /a~1b~0c, unknown",
    })
    void aFaultIsNamedWithItsPlaceAndWhatToChange(
            String good, String bad, String pointer, String detail) {
        Decoded.Malformed refused = refused(GOOD.replace(good, bad).getBytes(UTF_8));

        assertThat(refused.readable()).isTrue();
        assertThat(refused.faults())
                .anySatisfy(fault -> {
                    assertThat(fault.pointer()).isEqualTo(pointer);
                    assertThat(fault.detail()).contains(detail);
                });
    }

    @Test
    void anUnknownTypeIsAnsweredWithAllTypesAndTheOtherFaults() {
        Decoded.Malformed refused =
                refused(
                        "{\"type\":\"exploded\",\"company\":{\"id\":\"A\"},\"sources\":[]}"
                                .getBytes(UTF_8));

        assertThat(refused.faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/type", "/company/id", "/sources");
        assertThat(refused.faults().getFirst().allowed())
                .hasSize(27)
                .startsWith("founded", "funded", "relocated")
                .endsWith("corrected", "retracted", "confirmed", "disputed");
    }

    @Test
    void anUnknownFieldIsAnsweredWithTheKnownOnes() {
        Decoded.Malformed refused =
                refused(GOOD.replace("\"amount\"", "\"amuont\"").getBytes(UTF_8));

        assertThat(refused.faults())
                .contains(
                        new Fault(
                                "/details/money/amuont",
                                "the field `amuont` is unknown here; did you mean `amount`?",
                                List.of(
                                        "amount",
                                        "currency",
                                        "approximate",
                                        "min",
                                        "max",
                                        "disclosed")));
    }

    @ParameterizedTest
    @CsvSource({"thread, 200", "note, 10000"})
    void textEndsAtItsBound(String field, int most) {
        String atBound = "😀".repeat(most);

        Decoded accepted =
                decoded(GOOD.replace("\"when\"", "\"" + field + "\":\"" + atBound + "\",\"when\""));
        Decoded refused =
                decoded(
                        GOOD.replace(
                                "\"when\"", "\"" + field + "\":\"" + atBound + "x\",\"when\""));

        assertThat(accepted).isInstanceOf(Decoded.Known.class);
        assertThat(refused)
                .isEqualTo(
                        new Decoded.Malformed(
                                true,
                                List.of(
                                        new Fault(
                                                "/" + field,
                                                "has "
                                                        + (most + 1)
                                                        + " characters; shorten it to "
                                                        + most,
                                                List.of()))));
    }

    @Test
    void anEventNamesAtMostAHundredCompanies() {
        String investor = "{\"name\": \"Lukasz Kaiser\"}";

        Decoded accepted = decoded(GOOD.replace(investor, repeated(investor, 100)));
        Decoded refused = decoded(GOOD.replace(investor, repeated(investor, 101)));

        assertThat(accepted).isInstanceOf(Decoded.Known.class);
        assertThat(refused)
                .isEqualTo(
                        new Decoded.Malformed(
                                true,
                                List.of(
                                        new Fault(
                                                "/details/investors",
                                                "has 101 items; give at most 100 in one event",
                                                List.of()))));
    }

    @Test
    void aDocumentFullOfFaultsIsAnsweredWithAHundred() {
        String fields =
                IntStream.range(0, 20_000)
                        .mapToObj(i -> String.format(Locale.ROOT, "\"field%d\":%d,", i, i))
                        .collect(Collectors.joining());

        Decoded.Malformed refused =
                refused(GOOD.replace("\"when\"", fields + "\"when\"").getBytes(UTF_8));

        assertThat(refused.faults()).hasSize(FaultList.MOST_FAULTS);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"company\":{\"id\":\"b\"}}', /details/change/company",
        "'{\"type\":\"funded\"}', /details/change/type",
        "'{\"sources\":[]}', /details/change/sources",
        "'{\"when\":null}', /details/change/when",
        "'{\"when\":\"soon\"}', /details/change/when",
        "'{\"when\":{\"edtf\":null}}', /details/change/when/edtf",
        "'{\"status\":\"sure\"}', /details/change/status",
        "'{\"details\":null}', /details/change/details",
        "'{\"details\":[]}', /details/change/details",
        "'{}', /details/change",
        "'\"when\"', /details/change",
    })
    void aCorrectionChangesWhenStatusThreadAndDetailsAlone(String change, String pointer)
            throws IOException {
        JsonNode json = EventType.named("corrected").orElseThrow().example();
        ((ObjectNode) json.path("details")).set("change", StrictJson.MAPPER.readTree(change));

        Decoded.Malformed refused = refused(json.toString().getBytes(UTF_8));

        assertThat(refused.readable()).isTrue();
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly(pointer);
    }

    @Test
    void anotherPublisherIsKeptForThoseWhoMayNameOne() {
        String json = GOOD.replace("\"when\"", "\"publisher\": \"https://b.example\", \"when\"");

        Decoded decoded =
                EventCodec.decodePosted(
                        json.getBytes(UTF_8),
                        new PostedDefaults(new UUID(1, 2), "https://newsroom.example", true));

        assertThat(((Decoded.Known) decoded).event().publisher()).isEqualTo("https://b.example");
    }

    @Test
    void positionAndRecordedAtAreIgnored() {
        Decoded decoded =
                decoded(GOOD.replace("\"when\"", "\"position\":7,\"recordedAt\":[],\"when\""));

        assertThat(decoded).isEqualTo(decoded(GOOD));
    }

    private static String repeated(String item, int times) {
        return String.join(",", Collections.nCopies(times, item));
    }

    private static void assertUnreadable(byte[] json, String pointer, String detail) {
        assertThat(EventCodec.decodePosted(json, DEFAULTS))
                .isEqualTo(
                        new Decoded.Malformed(
                                false, List.of(new Fault(pointer, detail, List.of()))));
    }

    private static Decoded decoded(String json) {
        return EventCodec.decodePosted(json.getBytes(UTF_8), DEFAULTS);
    }

    private static Decoded.Malformed refused(byte[] json) {
        Decoded decoded = EventCodec.decodePosted(json, DEFAULTS);
        assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
        return (Decoded.Malformed) decoded;
    }
}
