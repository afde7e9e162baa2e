package org.companytimeline.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.companytimeline.query.TestDatabase;
import org.companytimeline.query.view.Answer;
import org.companytimeline.query.view.Companies;
import org.companytimeline.query.view.CompanyFilter;
import org.companytimeline.query.view.CompanySearch;
import org.companytimeline.query.view.CursorText;
import org.companytimeline.query.view.Facet;
import org.companytimeline.query.view.Match;
import org.companytimeline.query.view.PageRequest;
import org.companytimeline.query.view.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What search reads of 100,000 companies.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SearchPlansIT {

    private static final int COMPANIES = 100_000;
    private static final CompanyFilter ALL = filter(Set.of(), Set.of(), Set.of(), false, false);

    private static boolean isFilled;

    @Inject AgroalDataSource pool;

    @BeforeEach
    void fill() throws SQLException {
        if (!isFilled) {
            ManyCompanies.fill(COMPANIES);
            isFilled = true;
        }
    }

    @Test
    void no_search_reads_a_table_or_an_index_from_end_to_end() throws Exception {
        Set<String> findings = new TreeSet<>();
        int explained = 0;
        for (String q :
                List.of("a", "technologies", "technolgies", "c4c labs", "q77", "zzzzyzzz")) {
            for (CompanyFilter filter : filters()) {
                try (Connection connection = pool.getConnection()) {
                    explained +=
                            search(
                                    connection,
                                    Optional.of(q),
                                    filter,
                                    EnumSet.allOf(Facet.class),
                                    findings);
                }
            }
        }

        assertThat(findings).isEmpty();
        assertThat(explained).isGreaterThan(500);
    }

    @Test
    void a_list_reads_no_more_of_the_names_than_its_page() throws Exception {
        Set<String> findings = new TreeSet<>();
        for (CompanyFilter filter : filters()) {
            try (Connection connection = pool.getConnection()) {
                search(connection, Optional.empty(), filter, EnumSet.noneOf(Facet.class), findings);
            }
        }

        assertThat(findings).isSubsetOf("Index Scan on company_by_name");
    }

    @Test
    void counts_over_all_companies_read_indexes_alone() throws Exception {
        Set<String> findings = new TreeSet<>();
        try (Connection connection = pool.getConnection()) {
            search(connection, Optional.empty(), ALL, EnumSet.allOf(Facet.class), findings);
        }

        assertThat(findings).isNotEmpty().noneMatch(finding -> finding.startsWith("Seq Scan"));
    }

    /// Two pages of a search.
    ///
    /// @return how many plans were looked at
    private static int search(
            Connection pooled,
            Optional<String> q,
            CompanyFilter filter,
            Set<Facet> facets,
            Set<String> findings)
            throws Exception {
        pooled.setAutoCommit(false);
        ExplainedStatements explained = new ExplainedStatements(pooled);
        PostgresSnapshot snapshot =
                new PostgresSnapshot(
                        explained.connection(),
                        ProjectionRow.logState(ProjectionRow.all(pooled)),
                        1 << 20,
                        new FoldRoom(1).place());
        CompanySearch search = new CompanySearch(q, filter, new TreeSet<>(facets));
        String first = page(snapshot, search, new PageRequest(20, Optional.empty()));
        int next = first.indexOf("\"next\":\"");
        if (next > 0) {
            String cursor = first.substring(next + 8, first.indexOf('"', next + 8));
            page(snapshot, search, new PageRequest(20, CursorText.readPage(cursor)));
        }
        pooled.rollback();
        explained.findings().stream()
                .filter(finding -> !finding.endsWith("on projection_partition"))
                .forEach(findings::add);
        return explained.explained();
    }

    private static String page(PostgresSnapshot snapshot, CompanySearch search, PageRequest page) {
        Answer answer = Companies.search(snapshot, search, page);
        return answer instanceof Answer.Found found
                ? new String(found.body().get(), StandardCharsets.UTF_8)
                : answer.toString();
    }

    private static List<CompanyFilter> filters() {
        return List.of(
                ALL,
                filter(Set.of("IS"), Set.of(), Set.of(), false, false),
                filter(Set.of("US", "FR"), Set.of(), Set.of(), false, false),
                filter(Set.of(), Set.of("closed"), Set.of(), false, false),
                filter(Set.of(), Set.of("founded", "funded"), Set.of(), false, false),
                filter(Set.of(), Set.of(), Set.of("active"), false, false),
                filter(Set.of(), Set.of(), Set.of(), true, false),
                filter(Set.of(), Set.of(), Set.of(), false, true),
                filter(Set.of("US"), Set.of("founded"), Set.of("active", "closed"), true, true));
    }

    private static CompanyFilter filter(
            Set<String> countries,
            Set<String> types,
            Set<String> statuses,
            boolean founded,
            boolean raised) {
        return new CompanyFilter(
                new TreeSet<>(countries),
                new TreeSet<>(types),
                new TreeSet<>(statuses),
                founded
                        ? Optional.of(
                                new Period(Optional.of(4_000), Optional.of(9_000), Match.POSSIBLE))
                        : Optional.empty(),
                raised
                        ? Optional.of(new CompanyFilter.Raised(new BigDecimal(60_000), "USD"))
                        : Optional.empty());
    }
}
