package org.companytimeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.companytimeline.ingest.LogUnderTest.header;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.companytimeline.event.EventType;
import org.companytimeline.local.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Log.class)
class AnnotationIT {

    LogUnderTest log;
    Posts posts;

    @ParameterizedTest
    @ValueSource(strings = {"corrected", "retracted", "confirmed", "disputed"})
    void anAnnotationNeedsNoDate(String type) {
        ObjectNode annotation = annotation(type);
        annotation.remove("when");

        Response response = posts.json(annotation);

        response.then().statusCode(201);
        assertThat(recordOf(annotation).headers().lastHeader("ce_operator")).isNull();
    }

    @Test
    void aDryRunOfAnAnnotationWritesNothing() {
        ObjectNode annotation = annotation("corrected");

        Response response = posts.json(posts.operator(), annotation, "/events?dryRun=true");

        response.then().statusCode(200).body("dryRun", equalTo(true));
        assertThat(log.recordsOf(Examples.companyOf(annotation))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"company, /details/change/company", "type, /details/change/type"})
    void aCorrectionOfCompanyOrTypeIsRefused(String field, String pointer) {
        ObjectNode correction = annotation("corrected");
        ((ObjectNode) correction.path("details")).putObject("change").put(field, "funded");

        Response response = posts.json(correction);

        response.then().statusCode(422).body("errors.pointer", hasItem(pointer));
        assertThat(log.recordsOf(Examples.companyOf(correction))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"corrected", "retracted", "confirmed", "disputed"})
    void anOperatorsAnnotationInItsOwnNameIsMarked(String type) {
        ObjectNode annotation = annotation(type);

        Response response = posts.json(posts.operator(), annotation, "/events");

        response.then().statusCode(201);
        ConsumerRecord<String, byte[]> record = recordOf(annotation);
        assertThat(header(record, "ce_source")).isEqualTo(Tokens.OPERATOR);
        assertThat(header(record, "ce_operator")).isEqualTo("true");
    }

    @Test
    void anOperatorsAnnotationInAnothersNameIsNotMarked() {
        ObjectNode annotation = annotation("retracted").put("publisher", Tokens.PUBLISHER);

        Response response = posts.json(posts.operator(), annotation, "/events");

        response.then().statusCode(201);
        assertThat(recordOf(annotation).headers().lastHeader("ce_operator")).isNull();
    }

    @Test
    void anOperatorCanPostAMarkedAnnotationOfAnotherOperatorAgain() {
        ObjectNode annotation =
                annotation("retracted").put("publisher", "urn:another").put("operator", true);

        Response response = posts.json(posts.operator(), annotation, "/events");

        response.then().statusCode(201);
        assertThat(header(recordOf(annotation), "ce_operator")).isEqualTo("true");
    }

    @Test
    void anOperatorsClaimIsNotMarked() {
        ObjectNode claim = Examples.event();

        Response response = posts.json(posts.operator(), claim, "/events");

        response.then().statusCode(201);
        assertThat(recordOf(claim).headers().lastHeader("ce_operator")).isNull();
    }

    @Test
    void aMarkOnAClaimIsAFaultThatSaysWhereItMayStand() {
        ObjectNode claim = Examples.event().put("operator", true);

        Response response = posts.json(posts.operator(), claim, "/events");

        response.then().statusCode(422).body("errors[0].pointer", equalTo("/operator"));
    }

    @Test
    void aMarkWithoutTheScopeIsRefused() {
        ObjectNode annotation = annotation("retracted").put("operator", true);

        Response response = posts.json(annotation);

        response.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/operator"));
        assertThat(log.recordsOf(Examples.companyOf(annotation))).isEmpty();
    }

    @Test
    void aMarkThatIsFalseSaysTheSameAsNone() {
        ObjectNode annotation = annotation("retracted").put("id", UUID.randomUUID().toString());
        posts.json(annotation).then().statusCode(201);

        Response response = posts.json(annotation.deepCopy().put("operator", false));

        response.then().statusCode(201);
        assertThat(log.recordsOf(Examples.companyOf(annotation))).hasSize(1);
    }

    @Test
    void aStructuredCloudEventCarriesTheMarkAsAnExtension() {
        ObjectNode annotation = annotation("retracted");
        ObjectNode event =
                Examples.cloudEvent(annotation, UUID.randomUUID(), Tokens.OPERATOR)
                        .put("type", "org.companytimeline.retracted.v1")
                        .put("operator", true);

        Response byOperator =
                posts.operator()
                        .contentType("application/cloudevents+json")
                        .body(event.toString())
                        .post("/events");
        Response byPublisher =
                posts.publisher()
                        .contentType("application/cloudevents+json")
                        .body(event.put("source", Tokens.PUBLISHER).toString())
                        .post("/events");

        byOperator.then().statusCode(201);
        byPublisher.then().statusCode(403);
        assertThat(header(recordOf(annotation), "ce_operator")).isEqualTo("true");
    }

    @Test
    void linesOfAStreamAreMarkedLikeOtherAnnotations() {
        ObjectNode annotation = annotation("retracted");

        Response response =
                posts.operator()
                        .contentType("application/x-ndjson")
                        .body(annotation + "\n")
                        .post("/events");

        response.then().statusCode(200);
        assertThat(header(recordOf(annotation), "ce_operator")).isEqualTo("true");
    }

    private static ObjectNode annotation(String type) {
        ObjectNode event = EventType.named(type).orElseThrow().example();
        event.set("company", JsonNodeFactory.instance.objectNode().put("id", Examples.company()));
        return event;
    }

    private ConsumerRecord<String, byte[]> recordOf(ObjectNode event) {
        var records = log.recordsOf(Examples.companyOf(event));
        assertThat(records).hasSize(1);
        return records.getFirst();
    }
}
