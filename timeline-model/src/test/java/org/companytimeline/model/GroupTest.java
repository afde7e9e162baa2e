package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyId;
import org.junit.jupiter.api.Test;

class GroupTest {

    @Test
    void a_record_without_edges_is_alone() {
        Group group = around("a", Map.of());

        assertThat(group).isEqualTo(Group.alone(new CompanyId("a")));
        assertThat(group.isAlone()).isTrue();
    }

    @Test
    void the_only_sink_is_canonical_from_wherever_it_is_looked_for() {
        Map<String, List<String>> edges = Map.of("a", List.of("m"), "z", List.of("a"));

        assertThat(Stream.of("a", "m", "z").map(start -> around(start, edges)))
                .allSatisfy(group -> {
                    assertThat(group.canonical()).isEqualTo(new CompanyId("m"));
                    assertThat(group.members()).hasSize(3);
                });
    }

    @Test
    void of_several_sinks_the_first_by_id_is_canonical() {
        Group group = around("m", Map.of("m", List.of("z", "b"), "a", List.of("m")));

        assertThat(group.canonical()).isEqualTo(new CompanyId("b"));
    }

    @Test
    void in_a_circle_the_first_by_id_is_canonical() {
        Group group = around("c", Map.of("c", List.of("b"), "b", List.of("c")));

        assertThat(group.canonical()).isEqualTo(new CompanyId("b"));
    }

    @Test
    void more_than_a_hundred_records_are_not_merged_at_all() {
        Group merged = around("0", Map.of("0", names(1, Group.MOST_MEMBERS)));
        Group tooMany = around("0", Map.of("0", names(1, Group.MOST_MEMBERS + 1)));

        assertThat(merged.members()).hasSize(Group.MOST_MEMBERS);
        assertThat(tooMany.isAlone()).isTrue();
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    private static Group around(String start, Map<String, List<String>> edges) {
        return Group.around(
                new CompanyId(start),
                company ->
                        new Group.Edges(
                                ids(edges.getOrDefault(company.value(), List.of())),
                                ids(
                                        edges.entrySet().stream()
                                                .filter(edge ->
                                                        edge.getValue().contains(company.value()))
                                                .map(Map.Entry::getKey)
                                                .toList())));
    }

    private static Collection<CompanyId> ids(Collection<String> names) {
        return new TreeSet<>(names.stream().map(CompanyId::new).toList());
    }
}
