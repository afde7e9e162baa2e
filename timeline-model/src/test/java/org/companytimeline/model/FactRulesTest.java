package org.companytimeline.model;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.companytimeline.event.CompanyEvent.Annotation;
import org.companytimeline.event.EventType;
import org.junit.jupiter.api.Test;

class FactRulesTest {

    @Test
    void every_type_of_claim_has_a_rule_of_its_name() {
        assertThat(FactRules.all())
                .map(rule -> new EventType(rule.type(), rule.details()))
                .containsExactlyElementsOf(
                        EventType.all().stream()
                                .filter(type -> !Annotation.class.isAssignableFrom(type.details()))
                                .toList());
    }

    @Test
    void the_guide_has_the_same_table() throws IOException {
        String guide = Files.readString(Path.of("../docs/facts.md"));

        String table = FactRules.all().stream().map(FactRulesTest::row).collect(joining("\n"));

        assertThat(guide).contains(table);
    }

    private static String row(FactRule<?> rule) {
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        rule.type(),
                        orNone(
                                rule.key().stream()
                                        .map(part -> "`" + part.name() + "`")
                                        .collect(joining(", "))),
                        rule.slack() == null ? "any" : rule.slack(),
                        amounts(rule),
                        orNone(
                                rule.fields().stream()
                                        .map(FactRulesTest::field)
                                        .collect(joining(", "))));
    }

    private static String amounts(FactRule<?> rule) {
        BigDecimal slack = rule.amountSlack();
        return slack != null ? percent(slack) : rule.amount() != null ? "nearest" : "–";
    }

    private static String field(Field<?, ?> field) {
        return switch (field.comparison()) {
            case Comparison.Sums sums -> "`" + field.name() + "` " + percent(sums.slack());
            case Comparison.Numbers<?> numbers ->
                    "`" + field.name() + "` " + percent(numbers.slack());
            default -> "`" + field.name() + "`";
        };
    }

    private static String percent(BigDecimal part) {
        return part.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    private static String orNone(String cell) {
        return cell.isEmpty() ? "–" : cell;
    }
}
