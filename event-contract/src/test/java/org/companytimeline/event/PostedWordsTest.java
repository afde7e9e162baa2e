package org.companytimeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostedWordsTest {

    private static final PostedDefaults DEFAULTS =
            new PostedDefaults(new UUID(1, 2), "https://newsroom.example", false);

    private static final String WORDS = "{'text':'at the end of last year','anchor':'2025~'}";

    private static final When RESOLVED =
            new When(
                    Edtf.parse("2024-11~/2024-12~"),
                    "at the end of last year",
                    Edtf.parse("2025~"),
                    "end-of-last-year@1");

    @Test
    void wordsWithoutADateAreResolvedInTheShortForm() {
        Decoded decoded = posted(WORDS);

        assertThat(((Decoded.Known) decoded).event().when()).isEqualTo(RESOLVED);
    }

    @Test
    void wordsWithoutADateAreResolvedInAPostedCloudEvent() {
        Decoded decoded = EventCodec.decodePosted(cloudEvent(WORDS));

        assertThat(((Decoded.Known) decoded).event().when()).isEqualTo(RESOLVED);
    }

    @Test
    void whatLiesInTheLogIsNeverResolved() {
        Decoded decoded = EventCodec.decode(cloudEvent(WORDS));

        assertThat(((Decoded.Malformed) decoded).faults())
                .extracting(Fault::pointer)
                .containsExactly("/when/edtf");
    }

    @Test
    void aRuleBesideADateIsKeptAsGiven() {
        Decoded decoded =
                posted("{'edtf':'2024','text':'last year','anchor':'2025~','rule':'last-year@0'}");

        assertThat(((Decoded.Known) decoded).event().when())
                .isEqualTo(
                        new When(
                                Edtf.parse("2024"),
                                "last year",
                                Edtf.parse("2025~"),
                                "last-year@0"));
    }

    @Test
    void theSameWordsAreTheSameContent() {
        byte[] once = EventCodec.contentHash(posted(WORDS));

        byte[] again = EventCodec.contentHash(posted(WORDS));

        assertThat(again).isEqualTo(once);
        assertThat(again).isNotEqualTo(EventCodec.contentHash(posted("'2024-11~/2024-12~'")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'text':'sometime, surely'} | /when/text | is no known date",
                "{'text':'recently'} | /when/text | names no time",
                "{'text':'on 30 February 2024'} | /when/text | means no date",
                "{'text':'last year'} | /when/anchor | is missing",
                "{'text':'last year','anchor':'2024/..'} | /when/anchor | has an open or unknown",
                "{'text':'last year','anchor':'2024-13'} | /when/anchor | \"2024-13\" is not",
                "{'text':'last year','anchor':null} | /when/anchor | is null",
                "{'text':7} | /when/text | must be a string",
                "{'text':' '} | /when/text | is blank",
                "{'text':'early 2024','rule':'x'} | /when/rule | stands without the edtf",
                "{'edtf':'2024','rule':'x'} | /when/rule | stands without the text",
                "{'anchor':'2025'} | /when/edtf | is missing",
                "{'text':'early 2024','edtf':null} | /when/edtf | ",
            })
    void wordsThatMeanNoDateAreRefusedWhereTheyAreAtFault(
            String when, String pointer, @Nullable String detail) {
        Decoded decoded = posted(when);

        List<Fault> faults = ((Decoded.Malformed) decoded).faults();
        assertThat(faults).extracting(Fault::pointer).containsExactly(pointer);
        assertThat(faults.getFirst().detail()).contains(detail == null ? "" : detail);
    }

    @Test
    void unknownWordsAreRefusedWithTheNearestKnownOnes() {
        Decoded decoded = posted("{'text':'at the en of last year','anchor':'2025'}");

        assertThat(((Decoded.Malformed) decoded).faults().getFirst().allowed())
                .contains("last year")
                .hasSize(5);
    }

    @Test
    void faultsOfTheRestAreFoundBesideThoseOfTheWords() {
        Decoded decoded =
                EventCodec.decodePosted(
                        json("{'text':'last year'}").replace("reported", "sure").getBytes(UTF_8),
                        DEFAULTS);

        assertThat(((Decoded.Malformed) decoded).faults())
                .extracting(Fault::pointer)
                .containsExactly("/when/anchor", "/status");
    }

    private static Decoded posted(String when) {
        return EventCodec.decodePosted(json(when).getBytes(UTF_8), DEFAULTS);
    }

    private static CloudEvent cloudEvent(String when) {
        return CloudEventBuilder.v1()
                .withId(new UUID(1, 2).toString())
                .withSource(URI.create("https://newsroom.example"))
                .withType("org.companytimeline.founded.v1")
                .withSubject("pathway")
                .withData("application/json", json(when).getBytes(UTF_8))
                .build();
    }

    private static String json(String when) {
        return """
        {"type": "founded", "company": {"id": "pathway"}, "when": %s, "status": "reported",
         "sources": [{"title": "A press article"}]}
        """
                .formatted(when.replace('\'', '"'));
    }
}
