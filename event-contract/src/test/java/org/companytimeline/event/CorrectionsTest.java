package org.companytimeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorrectionsTest {

    private static final PostedDefaults DEFAULTS =
            new PostedDefaults(new UUID(1, 2), "https://newsroom.example", true);

    private static final String FUNDED =
            """
            {"type": "funded", "company": {"id": "pathway", "name": "Pathway"},
             "when": {"edtf": "2024-11", "text": "last month", "anchor": "2024-12"},
             "status": "confirmed", "thread": "round", "note": "of the target",
             "details": {"round": "seed", "money": {"amount": "5", "currency": "EUR", "min": "4"},
                         "investors": [{"name": "One"}, {"name": "Two"}]},
             "sources": [{"title": "of the target"}]}
            """;

    @Provide
    Arbitrary<Event> claims() {
        return AnyEvents.events()
                .filter(event -> !(event.details() instanceof CompanyEvent.Annotation));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aClaimPatchedWithItsOwnFieldsSaysTheSame(@ForAll("claims") Event target)
            throws IOException {
        ObjectNode own = EventWriter.shortForm(target);
        ObjectNode change = StrictJson.MAPPER.createObjectNode();
        for (String field : List.of("when", "status", "thread", "details")) {
            if (own.has(field)) {
                change.set(field, own.get(field));
            }
        }

        Event corrected = applied(target, change.toString());

        assertThat(corrected.when()).isEqualTo(target.when());
        assertThat(corrected.status()).isEqualTo(target.status());
        assertThat(corrected.thread()).isEqualTo(target.thread());
        assertThat(corrected.details()).isEqualTo(target.details());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "founded | {'founders':['A','B']}",
                "funded | {'round':'series-b','money':null}",
                "relocated | {'to':{'city':'Lyon','region':null,'country':'FR'},'from':null}",
                "partnered | {'partners':[{'name':'A','role':'supplier'}]}",
                "valued | {'money':{'amount':'7','currency':'EUR','min':null,'max':null}}",
                "acquired | {'acquirer':{'name':'Buyer','company':'buyer'}}",
                "merged | {'successor':{'company':'both','name':null}}",
                "listed | {'exchange':'Nasdaq'}",
                "delisted | {'symbol':'XYZ'}",
                "closed | {'kind':'bankrupt'}",
                "renamed | {'name':'Another'}",
                "office-opened | {'place':{'city':'Lyon','region':null,'country':'FR'}}",
                "office-closed | {'kind':'campus'}",
                "appointed | {'person':'B','kind':null}",
                "departed | {'reason':'went'}",
                "contracted | {'publicSector':false,'money':null}",
                "launched | {'version':'7'}",
                "discontinued | {'product':'Another'}",
                "joined-programme | {'batch':'2'}",
                "laid-off | {'count':null,'percent':12.5}",
                "headcount-reported | {'count':77}",
                "identified | {'scheme':'alias','value':'Another','until':null}",
                "same-as | {'company':'another'}"
            })
    void everyTypeIsPatchedInItsDetails(String type, String patch) throws IOException {
        Event target = posted(EventType.named(type).orElseThrow().example());
        ObjectNode details = (ObjectNode) json(patch);

        Event corrected = applied(target, change(details));

        ObjectNode expected = EventCodec.details(target.details());
        details.properties().forEach(e -> MergePatch.apply(expected, e.getKey(), e.getValue()));
        assertThat(json(EventCodec.details(corrected.details()).toString()))
                .isEqualTo(json(expected.toString()));
        assertThat(corrected.details()).isNotEqualTo(target.details());
        assertThat(corrected.details()).hasSameClassAs(target.details());
        assertThat(corrected.when()).isEqualTo(target.when());
    }

    @Test
    void allButTheContentIsTheCorrections() throws IOException {
        Event target = posted(FUNDED).byOperator();
        Event correction =
                new Event(
                        new UUID(3, 4),
                        "urn:another",
                        Instant.EPOCH,
                        new Subject(new CompanyId("pathway"), "Pathway SAS"),
                        null,
                        Status.REPORTED,
                        corrected("{'details':{'round':'series-a'}}"),
                        List.of(new Source("its own", null, null, null, null)),
                        "a thread of its own",
                        null,
                        "fr",
                        "its own",
                        false);

        Correction result = EventCodec.correct(target, correction);

        assertThat(result)
                .isEqualTo(
                        new Correction.Applied(
                                new Event(
                                        correction.id(),
                                        correction.publisher(),
                                        correction.time(),
                                        correction.company(),
                                        target.when(),
                                        Status.CONFIRMED,
                                        posted(FUNDED.replace("\"seed\"", "\"series-a\""))
                                                .details(),
                                        correction.sources(),
                                        "round",
                                        null,
                                        "fr",
                                        "its own",
                                        false)));
    }

    @Test
    void theMarkOfAnOperatorIsTheCorrections() throws IOException {
        Event correction = correction("{'status':'denied'}").byOperator();

        Correction result = EventCodec.correct(posted(FUNDED), correction);

        assertThat(((Correction.Applied) result).event().operator()).isTrue();
    }

    @Test
    void aStatusTakenAwayIsReportedAndAThreadTakenAwayIsNone() throws IOException {
        Event corrected = applied(posted(FUNDED), "{'status':null,'thread':null}");

        assertThat(corrected.status()).isEqualTo(Status.REPORTED);
        assertThat(corrected.thread()).isNull();
    }

    @Test
    void aDateAsAStringReplacesTheWordsItWasDerivedFrom() throws IOException {
        Event corrected = applied(posted(FUNDED), "{'when':'2025'}");

        assertThat(corrected.when()).isEqualTo(when("{'edtf':'2025'}"));
    }

    @Test
    void aDateAsAnObjectIsMerged() throws IOException {
        Event corrected = applied(posted(FUNDED), "{'when':{'edtf':'2025','anchor':null}}");

        assertThat(corrected.when()).isEqualTo(when("{'edtf':'2025','text':'last month'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'edtf':'2024-11'} | ",
                "{'text':'last month'} | ",
                "{'anchor':'2024-12'} | ",
                "{'anchor':null} | ",
                "{'edtf':'2025','rule':'by-hand@1'} | by-hand@1",
                "{'rule':'by-hand@1'} | by-hand@1",
                "{'rule':null} | "
            })
    void aChangeOfTheDateTakesItsRuleAwayUnlessItGivesOne(String change, @Nullable String rule)
            throws IOException {
        ObjectNode target = (ObjectNode) json(FUNDED);
        ((ObjectNode) target.path("when")).put("rule", "last-month@1");

        Event corrected = applied(posted(target), "{'when':" + change + "}");

        assertThat(Objects.requireNonNull(corrected.when()).rule()).isEqualTo(rule);
    }

    @Test
    void aChangeOfAnythingElseLeavesTheRule() throws IOException {
        ObjectNode target = (ObjectNode) json(FUNDED);
        ((ObjectNode) target.path("when")).put("rule", "last-month@1");

        Event corrected = applied(posted(target), "{'status':'denied'}");

        assertThat(Objects.requireNonNull(corrected.when()).rule()).isEqualTo("last-month@1");
    }

    @Test
    void wordsInAChangeAreNotResolved() throws IOException {
        Event corrected = applied(posted(FUNDED), "{'when':{'text':'last year','anchor':'2023'}}");

        assertThat(corrected.when())
                .isEqualTo(when("{'edtf':'2024-11','text':'last year','anchor':'2023'}"));
    }

    @Test
    void nestedObjectsAreMergedAndArraysReplaced() throws IOException {
        Event corrected =
                applied(
                        posted(FUNDED),
                        "{'details':{'money':{'amount':'6.50','min':null},"
                                + "'investors':[{'name':'Three'}]}}");

        assertThat(EventCodec.details(corrected.details()))
                .isEqualTo(
                        json(
                                "{'round':'seed','money':{'amount':'6.5','currency':'EUR'},"
                                        + "'investors':[{'name':'Three'}]}"));
    }

    @Test
    void aCorrectedClaimCanBeCorrectedAgainAndNeitherIsChanged() throws IOException {
        Event target = posted(FUNDED);
        Event correction = correction("{'details':{'money':{'amount':'6'}}}");
        Event once = ((Correction.Applied) EventCodec.correct(target, correction)).event();

        Event twice = applied(once.byOperator(), "{'details':{'round':'series-a'}}");

        assertThat(EventCodec.details(twice.details()).at("/money/amount").textValue())
                .isEqualTo("6");
        assertThat(target).isEqualTo(posted(FUNDED));
        assertThat(correction).isEqualTo(correction("{'details':{'money':{'amount':'6'}}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'details':{'round':null}} | /details/round",
                "{'details':{'rond':'seed'}} | /details/rond",
                "{'details':{'round':7}} | /details/round",
                "{'details':{'money':'5'}} | /details/money",
                "{'details':{'money':{'min':'9'}}} | /details/money",
                "{'details':{'investors':[null]}} | /details/investors/0",
                "{'details':{'preMoney':{'amount':'1'}}} | /details/preMoney/currency"
            })
    void aChangeThatDoesNotFitSaysWhere(String change, String pointer) throws IOException {
        Correction result = EventCodec.correct(posted(FUNDED), correction(change));

        assertThat(((Correction.Unfit) result).faults())
                .extracting(Fault::pointer)
                .containsExactly(pointer);
    }

    static List<EventType> annotations() {
        return EventType.all().stream().filter(EventType::isAnnotation).toList();
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void anAnnotationIsNotCorrected(EventType type) throws IOException {
        Event target = posted(type.example());

        Correction result = EventCodec.correct(target, correction("{'status':'denied'}"));

        assertThat(((Correction.Unfit) result).faults())
                .extracting(Fault::pointer)
                .containsExactly("/type");
    }

    @Test
    void onlyACorrectionCorrects() throws IOException {
        Event target = posted(FUNDED);

        assertThatThrownBy(() -> EventCodec.correct(target, target))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("funded");
    }

    private static Event applied(Event target, String change) throws IOException {
        Correction result = EventCodec.correct(target, correction(change));
        assertThat(result).isInstanceOf(Correction.Applied.class);
        return ((Correction.Applied) result).event();
    }

    private static String change(ObjectNode details) {
        return StrictJson.MAPPER.createObjectNode().set("details", details).toString();
    }

    private static Event correction(String change) throws IOException {
        ObjectNode event = EventType.named("corrected").orElseThrow().example();
        ((ObjectNode) event.path("details")).set("change", json(change));
        return posted(event);
    }

    private static CompanyEvent.Corrected corrected(String change) throws IOException {
        return (CompanyEvent.Corrected) correction(change).details();
    }

    private static When when(String json) throws IOException {
        ObjectNode event = (ObjectNode) StrictJson.MAPPER.readTree(FUNDED);
        event.set("when", json(json));
        return Objects.requireNonNull(posted(event).when());
    }

    private static Event posted(JsonNode json) {
        return posted(json.toString());
    }

    private static Event posted(String json) {
        Decoded decoded = EventCodec.decodePosted(json.getBytes(UTF_8), DEFAULTS);
        assertThat(decoded).isInstanceOf(Decoded.Known.class);
        return ((Decoded.Known) decoded).event();
    }

    /// JSON with single quotes, or with double ones that holds no single ones.
    private static JsonNode json(String json) throws IOException {
        return StrictJson.MAPPER.readTree(json.contains("\"") ? json : json.replace('\'', '"'));
    }
}
