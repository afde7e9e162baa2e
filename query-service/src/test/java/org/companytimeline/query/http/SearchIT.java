package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What companies are found by, and how lists of them are narrowed and counted.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SearchIT {

    private final NaiveProjection log = NaiveProjection.empty();

    SearchIT() throws SQLException {}

    @ParameterizedTest
    @CsvSource({
        "societe generale, Société Générale",
        "Société, Societe Reunie",
        "zoe, Zoë",
        "ZOË, Zoe Labs",
        "orsted, Ørsted",
        "العربية, شركة العربية",
        "腾, 腾讯控股",
        "腾讯控股, 腾讯控股",
        "讯控股有, 腾讯控股有限公司",
        "face, Hugging Face",
        "h, Hugging Face",
        "hugging f, Hugging Face",
        "'O''Reilly', O’Reilly Media",
        "!!!, !!!",
        "AT&T, AT&T",
        "c++, C++ Alliance"
    })
    void a_company_is_found_as_people_write_it(String q, String name) throws Exception {
        log.record(Said.founded("a", name, "2020"));
        log.record(Said.founded("b", "Another", "2020"));

        JsonPath found = search("q", q);

        assertThat(found.<String>getList("items.name")).containsExactly(name);
        assertThat(found.<Object>getList("items.matched")).containsOnlyNulls();
    }

    @Test
    void hits_come_in_stages_and_each_says_what_was_hit() throws Exception {
        log.record(Said.founded("word", "Great Lago", "2020"));
        log.record(Said.founded("old-start", "Zeta", "2020"));
        log.record(renamed("old-start", "Lago Oil", "Zeta"));
        log.record(renamed("old-start", "Zeta", "Lago Oil").replace("2021", "2022"));
        log.record(Said.founded("start", "Lago Sea", "2020"));
        log.record(Said.founded("former", "Theta", "2020"));
        log.record(renamed("former", "Theta", "Lago"));
        log.record(identified("alias", "alias", "LAGO"));
        log.record(Said.founded("full", "Lâgo", "2020"));
        log.record(identified("number", "crunchbase", "lago"));
        log.record(Said.founded("lago", "Iota", "2020"));

        JsonPath found = search("q", "lago");

        assertThat(found.<String>getList("items.id"))
                .containsExactly(
                        "lago", "number", "full", "alias", "former", "start", "old-start", "word");
        assertThat(found.<Map<String, String>>getList("items.matched"))
                .containsExactly(
                        Map.of("kind", "id", "text", "lago"),
                        Map.of("kind", "identifier", "scheme", "crunchbase", "text", "lago"),
                        null,
                        Map.of("kind", "alias", "text", "LAGO"),
                        Map.of("kind", "former-name", "text", "Lago"),
                        null,
                        Map.of("kind", "former-name", "text", "Lago Oil"),
                        null);
    }

    @Test
    void similar_names_are_hit_only_where_the_letters_hit_nothing() throws Exception {
        log.record(Said.founded("a", "Microsoft", "2020"));
        log.record(Said.founded("b", "Microsift", "2020"));

        assertThat(ids("q", "microsift")).containsExactly("b");
        assertThat(ids("q", "microsoff")).containsExactly("a", "b");
        assertThat(ids("q", "microsoff", "country", "DE")).isEmpty();
        assertThat(search("q", "microsoff", "facets", "status").getInt("total")).isEqualTo(2);
        assertThat(search("q", "microsift", "facets", "status").getInt("total")).isEqualTo(1);
    }

    @Test
    void names_that_are_less_similar_are_hit_by_one_word_alone() throws Exception {
        log.record(Said.founded("a", "Mistral", "2020"));

        assertThat(ids("q", "mitsral")).containsExactly("a");
        assertThat(ids("q", "mitsral")).isEqualTo(ids("q", "mitsral", "type", "founded"));
        assertThat(ids("q", "mitsral systems")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lei, 969500CU7V0HF5DQZB25, 969500cu7v0hf5dqzb25",
        "lei, 969500CU7V0HF5DQZB25, 9695 00CU 7V0H F5DQ ZB25",
        "siren, 952418325, 952 418 325",
        "siren, 952418325, 952.418.325",
        "wikidata, Q118385914, q118385914",
        "wikidata, Q118385914, https://www.wikidata.org/wiki/Q118385914",
        "cik, 320193, 0000320193",
        "cik, 320193, CIK 320193",
        "companies-house, 03977902, 3977902",
        "companies-house, SC095237, sc095237",
        "domain, mistral.ai, https://www.mistral.ai/news?page=2",
        "domain, mistral.ai, Mistral.AI",
        "domain, xn--mller-kva.de, müller.de",
        "crunchbase, mistral-ai, https://www.crunchbase.com/organization/mistral-ai"
    })
    void an_identifier_is_found_as_people_write_it(String scheme, String value, String q)
            throws Exception {
        log.record(identified("a", scheme, value));
        log.record(Said.founded("b", "Another", "2020"));

        JsonPath found = search("q", q);

        assertThat(found.<String>getList("items.id")).containsExactly("a");
        assertThat(found.<Map<String, String>>getList("items.matched"))
                .containsExactly(Map.of("kind", "identifier", "scheme", scheme, "text", value));
    }

    @Test
    void an_identifier_is_not_found_by_a_part_of_it() throws Exception {
        log.record(identified("a", "siren", "952418325"));

        assertThat(search("q", "95241832").<String>getList("items.id")).isEmpty();
    }

    @Test
    void a_name_that_was_retracted_finds_nothing() throws Exception {
        UUID rename = UUID.randomUUID();
        log.record(Said.founded("meta", "Meta", "2004"));
        log.record(rename, renamed("meta", "Metaverse Corp", "Facebook"));
        assertThat(search("q", "facebook").<String>getList("items.id")).containsExactly("meta");

        log.record(Said.annotation("retracted", "meta", rename));

        assertThat(search("q", "facebook").<String>getList("items.id")).isEmpty();
        assertThat(search("q", "metaverse corp").<String>getList("items.id")).isEmpty();
        assertThat(search("q", "meta").<String>getList("items.name")).containsExactly("Meta");
    }

    @Test
    void a_name_of_five_thousand_characters_is_found_by_its_beginning() throws Exception {
        String name = "Endless " + "Company ".repeat(624);
        log.record(Said.founded("a", name.strip(), "2020"));

        assertThat(search("q", "endless comp").<String>getList("items.id")).containsExactly("a");
        assertThat(search("q", "e").<String>getList("items.id")).containsExactly("a");
    }

    @Test
    void of_what_is_hit_alike_comes_first_of_what_more_is_recorded() throws Exception {
        log.record(Said.founded("a", "Lago Able", "2020"));
        log.record(Said.founded("z", "Lago Zed", "2020"));
        for (int i = 0; i < 4; i++) {
            log.record(Said.launched("z", "Product " + i, "2021"));
        }

        assertThat(search("q", "lag").<String>getList("items.id")).containsExactly("z", "a");
    }

    @Test
    void any_value_of_a_filter_will_do_and_all_filters_must() throws Exception {
        log.record(seated("a", "FR"));
        log.record(seated("b", "DE"));
        log.record(seated("c", "US"));
        log.record(Said.launched("b", "A product", "2021"));
        log.record(Said.claim("closed", "a", null, "2024", "{'kind': 'ceased'}"));

        assertThat(ids("country", "FR", "country", "de")).containsExactly("a", "b");
        assertThat(ids("status", "closed", "status", "active", "country", "FR"))
                .containsExactly("a");
        assertThat(ids("type", "launched", "type", "closed")).containsExactly("a", "b");
        assertThat(ids("type", "launched", "country", "FR")).isEmpty();
        assertThat(ids("q", "company", "type", "launched", "country", "DE")).containsExactly("b");
    }

    @Test
    void foundings_are_compared_by_the_days_that_they_can_mean() throws Exception {
        log.record(Said.founded("exact", "Exact", "2020-05-05"));
        log.record(Said.founded("year", "Year", "2020"));
        log.record(Said.founded("open", "Open", "../2019"));
        log.record(Said.launched("never", "A product", "2020"));

        assertThat(ids("foundedFrom", "2020-06")).containsExactly("year");
        assertThat(ids("foundedFrom", "2020", "match", "certain")).containsExactly("exact", "year");
        assertThat(ids("foundedTo", "2020-05-05")).containsExactly("exact", "open", "year");
        assertThat(ids("foundedTo", "2020-05-05", "match", "certain"))
                .containsExactly("exact", "open");
        assertThat(ids("foundedFrom", "2021", "foundedTo", "2019")).isEmpty();
    }

    @Test
    void money_raised_counts_by_its_lower_bounds_and_currency() throws Exception {
        log.record(funded("a", "seed", "{'amount': '10', 'currency': 'EUR'}"));
        log.record(funded("a", "series-a", "{'min': '5.5', 'currency': 'EUR'}"));
        log.record(funded("a", "series-b", "{'max': '900', 'currency': 'EUR'}"));
        log.record(funded("b", "seed", "{'amount': '16', 'currency': 'USD'}"));

        assertThat(ids("raisedAtLeast", "15.5", "currency", "EUR")).containsExactly("a");
        assertThat(ids("raisedAtLeast", "15.51", "currency", "EUR")).isEmpty();
        assertThat(ids("raisedAtLeast", "16", "currency", "usd")).containsExactly("b");
    }

    @Test
    void facets_count_over_all_hits_with_their_filters() throws Exception {
        log.record(seated("a", "FR"));
        log.record(seated("b", "DE"));
        log.record(seated("c", "DE"));
        log.record(Said.founded("d", "Company D", "2021"));
        log.record(Said.launched("e", "A product", "2021"));

        JsonPath all = search("limit", "1", "facets", "country", "facets", "founded");
        JsonPath hit =
                search("q", "company", "facets", "type", "facets", "status", "type", "founded");

        assertThat(all.getInt("total")).isEqualTo(5);
        assertThat(all.<Object>getList("facets.country"))
                .containsExactly(
                        Map.of("value", "DE", "count", 2), Map.of("value", "FR", "count", 2));
        assertThat(all.<Object>getList("facets.founded"))
                .containsExactly(Map.of("value", "2021", "count", 1));
        assertThat(all.<Object>getList("items")).hasSize(1);
        assertThat(hit.getInt("total")).isEqualTo(1);
        assertThat(hit.<Object>getList("facets.type"))
                .containsExactly(Map.of("value", "founded", "count", 1));
        assertThat(hit.<Object>getList("facets.status"))
                .containsExactly(Map.of("value", "active", "count", 1));
    }

    @Test
    void merged_records_are_one_hit_under_the_canonical_id_at_the_best_place() throws Exception {
        log.record(Said.founded("meta", "Meta", "2004"));
        log.record(Said.founded("facebook", "Facebook", "2004"));
        log.record(Said.sameAs("facebook", "meta"));
        log.record(Said.founded("other", "Facebooks", "2004"));

        JsonPath found = search("q", "facebook");

        assertThat(found.<String>getList("items.id")).containsExactly("meta", "other");
        assertThat(found.<String>getList("items.name")).containsExactly("Meta", "Facebooks");
        assertThat(found.getMap("items[0].matched"))
                .isEqualTo(Map.of("kind", "name", "text", "Facebook", "record", "facebook"));
        assertThat(search("q", "face").<String>getList("items.id"))
                .containsExactly("meta", "other");
        assertThat(ids()).containsExactly("other", "meta");
    }

    @Test
    void pages_give_each_merged_company_once() throws Exception {
        for (int i = 0; i < 12; i++) {
            log.record(Said.founded("c-%02d".formatted(i), "Company %02d".formatted(i), "2020"));
            log.record(Said.partnered("c-00", "c-%02d".formatted(i), "Company " + i + "b", "2021"));
        }
        log.record(Said.sameAs("c-03", "c-09"));
        log.record(Said.sameAs("c-11", "c-09"));
        log.record(Said.sameAs("c-00", "c-01"));

        List<String> all = ListPages.all("/companies", Map.of("limit", 2), "items.id", _ -> {});
        List<String> found =
                ListPages.all("/companies", Map.of("limit", 2, "q", "comp"), "items.id", _ -> {});
        List<String> narrowed =
                ListPages.all(
                        "/companies",
                        Map.of("limit", 2, "q", "comp", "country", "FR"),
                        "items.id",
                        _ -> {});

        assertThat(all)
                .containsExactly(
                        "c-01", "c-02", "c-04", "c-05", "c-06", "c-07", "c-08", "c-09", "c-10");
        assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        assertThat(narrowed).containsExactlyElementsOf(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "%%%", "' or 1=1 --", "\"", "{}", "|", "&", "*:*"})
    void signs_that_mean_something_elsewhere_find_nothing(String q) throws Exception {
        log.record(Said.founded("a", "Pathway", "2020"));

        assertThat(search("q", q).<String>getList("items.id")).isEmpty();
    }

    private static String renamed(String company, String name, String formerName) {
        return Said.claim(
                "renamed",
                company,
                null,
                "2021",
                "{'name': '%s', 'formerName': '%s'}".formatted(name, formerName));
    }

    private static String identified(String company, String scheme, String value) {
        return Said.claim(
                "identified",
                company,
                null,
                "2021",
                "{'scheme': '%s', 'value': '%s'}".formatted(scheme, value));
    }

    private static String seated(String company, String country) {
        return Said.claim(
                "relocated",
                company,
                "Company " + company,
                "2021",
                "{'to': {'country': '%s'}}".formatted(country));
    }

    private static String funded(String company, String round, String money) {
        return Said.claim(
                "funded",
                company,
                null,
                "2021",
                "{'round': '%s', 'money': %s}".formatted(round, money));
    }

    private static List<String> ids(String... parameters) {
        return search(parameters).getList("items.id");
    }

    private static JsonPath search(String... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/companies").then().statusCode(200).extract().jsonPath();
    }
}
