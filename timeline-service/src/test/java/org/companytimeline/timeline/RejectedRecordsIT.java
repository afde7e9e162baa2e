package org.companytimeline.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealParts.Resolver.class)
class RejectedRecordsIT {

    private static final String REJECTED =
            "select partition || ':' || log_offset || ' ' || reason from rejected_event"
                    + " order by partition, log_offset";

    @Test
    void bytes_that_are_no_event_are_rejected_as_they_were_and_the_partition_goes_on(
            RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made(1, java.util.Map.of())) {
            Position bytes = log.sendBytes("acme", "not an event");
            Position nothing =
                    log.send(
                            new ProducerRecord<>(
                                    log.topic(), "acme".getBytes(StandardCharsets.UTF_8), null));
            log.publish(Claims.launched("acme", "Rocket"));

            RunningProjection.once(log, readModel);

            assertThat(readModel.query(REJECTED))
                    .containsExactly(bytes + " malformed", nothing + " malformed");
            assertThat(
                            readModel.query(
                                    "select convert_from(record_value, 'UTF8') || ' of ' ||"
                                        + " convert_from(record_key, 'UTF8') from rejected_event"
                                        + " where record_value is not null"))
                    .containsExactly("not an event of acme");
            assertThat(readModel.count("fact")).isEqualTo(1);
            assertThat(
                            readModel.query(
                                    "select event_count || ' ' || rejected_count"
                                            + " from projection_partition"))
                    .containsExactly("1 2");
        }
    }

    @Test
    void a_nul_character_in_data_is_rejected_with_what_is_wrong(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made()) {
            var event = EventCodec.encode(Claims.launched("acme", "Rocket"));
            var withNul =
                    CloudEventBuilder.v1(event)
                            .withData(
                                    "application/json",
                                    """
                                    {"company": {"id": "acme"}, "when": "2025",
                                     "details": {"product": "a\\u0000b"},
                                     "sources": [{"title": "A test"}]}\
                                    """
                                            .getBytes(StandardCharsets.UTF_8))
                            .build();
            Position position = log.publish(withNul, "acme");

            RunningProjection.once(log, readModel);

            assertThat(readModel.query(REJECTED)).containsExactly(position + " malformed");
        }
    }

    @Test
    void a_record_under_another_key_than_its_subject_is_rejected(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made()) {
            Position position =
                    log.send(log.carrying(Claims.launched("acme", "Rocket"), null, "other"));

            RunningProjection.once(log, readModel);

            assertThat(readModel.query(REJECTED)).containsExactly(position + " wrong-key");
            assertThat(readModel.count("event")).isZero();
        }
    }

    @Test
    void a_record_in_another_partition_than_its_keys_is_rejected(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made()) {
            Position right = log.publish(Claims.launched("acme", "Rocket"));
            int wrong = (right.partition() + 1) % TestLog.PARTITIONS;
            Position position =
                    log.send(log.carrying(Claims.launched("acme", "Sledge"), wrong, "acme"));

            RunningProjection.once(log, readModel);

            assertThat(readModel.query(REJECTED)).containsExactly(position + " wrong-partition");
            assertThat(readModel.count("event")).isEqualTo(1);
        }
    }

    @Test
    void the_lowest_offset_of_an_id_stands_and_other_content_is_rejected(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        UUID id = UUID.randomUUID();
        try (TestLog log = parts.log().made()) {
            log.publish(Claims.launched(id, "acme", "Rocket"));
            Position inOneBatch = log.publish(Claims.launched(id, "acme", "Sledge"));
            log.publish(Claims.launched(id, "acme", "Rocket"));
            RunningProjection.once(log, readModel);
            Position inAnother = log.publish(Claims.launched(id, "acme", "Anvil"));
            log.publish(Claims.launched(id, "other", "Anvil"));

            RunningProjection.once(log, readModel);

            assertThat(readModel.query(REJECTED))
                    .containsExactly(inOneBatch + " id-conflict", inAnother + " id-conflict");
            assertThat(readModel.query("select company from event order by company"))
                    .containsExactly("acme", "other");
            assertThat(
                            readModel.query(
                                    "select convert_from(body, 'UTF8')::jsonb -> 'details' ->>"
                                            + " 'product' from fact where company = 'acme'"))
                    .containsExactly("Rocket");
        }
    }

    @Test
    void an_event_of_an_unknown_type_is_kept_and_makes_no_fact(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made()) {
            var future =
                    CloudEventBuilder.v1()
                            .withId(UUID.randomUUID().toString())
                            .withSource(URI.create(Claims.PUBLISHER))
                            .withType("org.companytimeline.colonised-mars.v3")
                            .withSubject("acme")
                            .withData(
                                    "application/json",
                                    "{\"company\":{\"id\":\"acme\"},\"crew\":[1,2]}"
                                            .getBytes(StandardCharsets.UTF_8))
                            .build();
            log.publish(future, "acme");

            RunningProjection.once(log, readModel);

            assertThat(
                            readModel.query(
                                    "select type || ' ' || known || ' ' ||"
                                            + " (convert_from(body, 'UTF8')::jsonb ->> 'crew')"
                                            + " from event"))
                    .containsExactly("org.companytimeline.colonised-mars.v3 false [1, 2]");
            assertThat(readModel.query("select company || type from event_company"))
                    .containsExactly("acmeorg.companytimeline.colonised-mars.v3");
            assertThat(readModel.count("fact")).isZero();
            assertThat(readModel.count("rejected_event")).isZero();
        }
    }

    @Test
    void the_one_event_that_the_database_refuses_is_found_and_all_others_are_stored(
            RealParts parts) {
        TestReadModel readModel = parts.readModel();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            events.add(Claims.launched("company-" + i % 9, "Product " + i));
        }
        events.set(61, Claims.launched("company-7", "Poison"));
        try (TestLog log = parts.log().made()) {
            try (RunningProjection projection = RunningProjection.of(log, readModel)) {
                projection.awaitEnd();
            }
            readModel.execute(
                    """
                    create function refuse() returns trigger language plpgsql as $$
                    begin
                        if position('Poison' in convert_from(new.body, 'UTF8')) > 0 then
                            raise exception 'poisoned';
                        end if;
                        return new;
                    end $$;
                    create trigger refuse before insert on event
                        for each row execute function refuse()\
                    """);
            List<Position> positions = log.publish(events);

            RunningProjection.once(log, readModel);

            assertThat(readModel.query(REJECTED))
                    .containsExactly(positions.get(61) + " not-stored");
            assertThat(readModel.query("select detail from rejected_event"))
                    .singleElement()
                    .asString()
                    .contains("poisoned");
            assertThat(readModel.count("event")).isEqualTo(99);
            assertThat(readModel.count("fact")).isEqualTo(99);
        }
    }

    @Test
    void what_would_make_a_block_too_large_is_rejected_whatever_the_batches(RealParts parts) {
        TestReadModel inOneBatch = parts.readModel();
        TestReadModel oneByOne = parts.readModel();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            events.add(Claims.founded(UUID.randomUUID(), "acme", "2020"));
            events.add(Claims.launched("acme", "Product " + i));
        }
        try (TestLog log = parts.log().made()) {
            log.publish(events);

            RunningProjection.once(
                    log, inOneBatch, new RunningProjection.Settings(1, 500, 1 << 20, 3_000));
            RunningProjection.once(
                    log, oneByOne, new RunningProjection.Settings(1, 1, 1 << 20, 3_000));
        }

        assertThat(inOneBatch.query("select distinct reason from rejected_event"))
                .containsExactly("not-stored");
        assertThat(inOneBatch.query("select detail from rejected_event").getFirst())
                .contains("acme")
                .contains("3000 bytes");
        assertThat(inOneBatch.query("select count(*) from event where type = 'launched'"))
                .containsExactly("20");
        oneByOne.assertHolds(inOneBatch.dump());
    }
}
