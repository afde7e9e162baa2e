package org.companytimeline.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.companytimeline.event.CompanyEvent.Funded;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Amount;
import org.companytimeline.model.Block;
import org.companytimeline.model.Fact;
import org.companytimeline.model.FactJson;
import org.companytimeline.model.Fold;
import org.companytimeline.model.Identifier;
import org.companytimeline.model.Lineage;
import org.companytimeline.model.Part;
import org.companytimeline.model.Policy;

/// The facts of a read model, folded from all of its events at once.
final class NaiveFacts {

    private NaiveFacts() {}

    /// Fails where facts, timelines, blocks, identifiers or change offsets are not those of the
    /// recorded events.
    static void assertHeldBy(TestReadModel readModel) {
        List<String> facts = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        List<String> places = new ArrayList<>();
        List<String> identifiers = new ArrayList<>();
        List<String> rounds = new ArrayList<>();
        Map<String, BigDecimal> raised = new TreeMap<>();
        for (String company : readModel.query("select distinct company from event")) {
            identifiers.addAll(identifiersOf(company, readModel));
            for (Fact fact : Fold.timeline(eventsOf(company, readModel), Policy.DEFAULT_1)) {
                facts.add(new String(FactJson.write(fact), StandardCharsets.UTF_8));
                if (!fact.isRetracted() && fact.details() instanceof Funded funded) {
                    Amount sum = Amount.of(funded.money());
                    if (sum != null && fact.holds()) {
                        raised.merge(
                                company + " " + sum.currency(),
                                sum.low() == null ? BigDecimal.ZERO : sum.low(),
                                BigDecimal::add);
                    }
                    rounds.add(
                            fact.id()
                                    + " "
                                    + fact.status()
                                    + " "
                                    + funded.round().name().toLowerCase(Locale.ROOT)
                                    + (sum == null
                                            ? ""
                                            : " %s %s %s %s"
                                                    .formatted(
                                                            sum.currency(),
                                                            sum.low(),
                                                            sum.high(),
                                                            sum.typical())));
                }
                if (!fact.isRetracted()) {
                    fact.companies().forEach(on -> entries.add(on + " " + fact.id()));
                }
                for (Lineage lineage : fact.lineages()) {
                    for (Part part : lineage.parts()) {
                        places.add(part.event().position() + " " + fact.block());
                    }
                }
            }
        }

        assertThat(readModel.query("select convert_from(body, 'UTF8') from fact"))
                .containsExactlyInAnyOrderElementsOf(facts);
        assertThat(readModel.query("select company || ' ' || fact from fact_company"))
                .containsExactlyInAnyOrderElementsOf(entries);
        assertThat(
                        readModel.query(
                                "select partition || ':' || log_offset || ' ' || block from event"
                                        + " where block is not null"))
                .containsExactlyInAnyOrderElementsOf(places);
        assertThat(rounds).isNotEmpty();
        assertThat(
                        readModel.query(
                                "select concat_ws(' ', fact, status, replace(round, '-', '_'),"
                                        + " currency, case when currency is not null then"
                                        + " coalesce(low::text, 'null') || ' ' ||"
                                        + " coalesce(high::text, 'null') || ' ' || typical end)"
                                        + " from round"))
                .containsExactlyInAnyOrderElementsOf(rounds);
        assertThat(raised).isNotEmpty();
        assertThat(
                        readModel.query(
                                "select company || ' ' || currency || '=' || least"
                                        + " from company_raised"))
                .containsExactlyInAnyOrderElementsOf(
                        raised.entrySet().stream()
                                .map(least ->
                                        least.getKey() + "=" + least.getValue().toPlainString())
                                .toList());
        assertThat(identifiers).isNotEmpty();
        assertThat(
                        readModel.query(
                                "select company || ' ' || partition || ':' || log_offset || ' ' ||"
                                        + " identifier from event_identifier"))
                .containsExactlyInAnyOrderElementsOf(identifiers);
        assertThat(
                        readModel.query(
                                "select partition || ' ' || id || ' ' || changed_offset"
                                        + " from company"))
                .containsExactlyInAnyOrderElementsOf(
                        readModel.query(
                                "select partition || ' ' || company || ' ' || max(log_offset)"
                                        + " from event_company group by partition, company"));
    }

    /// What the heads of a company's lineages gave after each of its events, with the first such
    /// event.
    private static List<String> identifiersOf(String company, TestReadModel readModel) {
        List<RecordedEvent> events = new ArrayList<>(eventsOf(company, readModel));
        events.sort(RecordedEvent.RECORDED_ORDER);
        Map<String, String> first = new TreeMap<>();
        for (int i = 0; i < events.size(); i++) {
            Position position = events.get(i).position();
            for (Fact fact : Fold.timeline(events.subList(0, i + 1), Policy.DEFAULT_1)) {
                for (Lineage lineage : fact.lineages()) {
                    String key = Block.keyOf(lineage.head().event());
                    if (Identifier.isKey(key)) {
                        first.putIfAbsent(
                                Objects.requireNonNull(key), company + " " + position + " " + key);
                    }
                }
            }
        }
        return List.copyOf(first.values());
    }

    private static List<RecordedEvent> eventsOf(String company, TestReadModel readModel) {
        return readModel
                .query(
                        "select encode(body, 'hex') from event where known and company = '"
                                + company
                                + "'")
                .stream()
                .map(body -> EventCodec.readRecorded(HexFormat.of().parseHex(body)))
                .toList();
    }
}
