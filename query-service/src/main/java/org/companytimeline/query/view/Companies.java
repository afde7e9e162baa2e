package org.companytimeline.query.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.CompanyState;
import org.companytimeline.model.Fact;

/// Reads of companies: the search, and one company's folded state.
public final class Companies {

    private static final JsonMapper JSON = new JsonMapper();

    private Companies() {}

    /// Companies over what is there now: no company that stays put is skipped or repeated, others
    /// may be.
    public static Answer search(Snapshot snapshot, CompanySearch search, PageRequest page) {
        return search.q()
                .map(Asked::of)
                .map(asked ->
                        list(
                                snapshot,
                                search,
                                RankKey::read,
                                few ->
                                        new RankOrder(
                                                snapshot.companies(), asked, search.filter(), few),
                                page))
                .orElseGet(() ->
                        list(
                                snapshot,
                                search,
                                NameKey::read,
                                few -> new NameOrder(snapshot.companies(), search.filter(), few),
                                page));
    }

    private static <K extends PlaceKey<K>> Answer list(
            Snapshot snapshot,
            CompanySearch search,
            Function<List<String>, Optional<K>> keyReader,
            Function<Optional<Set<CompanyId>>, CompanyOrder<K>> order,
            PageRequest page) {
        LogState log = snapshot.log();
        CompanyIndex index = snapshot.companies();
        return new Pages<>(
                        search.question(),
                        log.cursor(),
                        () -> new Cursor(log.cursor().log(), List.of()),
                        keyReader,
                        (_, after, limit) -> {
                            Rows<K> rows =
                                    CompanyPage.read(
                                            index,
                                            order.apply(
                                                    search.filter().isEmpty()
                                                            ? Optional.empty()
                                                            : index.few(search.filter())),
                                            after,
                                            limit);
                            return after.isPresent() || search.facets().isEmpty()
                                    ? rows
                                    : new Rows<>(
                                            rows.items(),
                                            rows.last(),
                                            FacetJson.beside(search, index));
                        })
                .answer(log, page);
    }

    /// The state of one company, folded from the facts on its timeline.
    public static Answer state(Snapshot snapshot, CompanyId company, Lens lens) {
        return CompanyAt.answer(snapshot, company, lens, "", seen -> state(snapshot, seen));
    }

    private static Answer state(Snapshot snapshot, CompanyAt company) {
        Rivalry rivalry = Rivalry.around(snapshot, company);
        Lens lens = company.lens();
        return new Answer.Found(
                EntityTag.of(
                        "company",
                        company.group(),
                        lens.policy(),
                        lens.period(),
                        company.changePoint(),
                        rivalry.tag(),
                        snapshot.log().foldVersion()),
                () -> json(state(snapshot, company, rivalry)));
    }

    private static Object state(Snapshot snapshot, CompanyAt company, Rivalry rivalry) {
        List<Fact> facts = Timelines.facts(snapshot, company);
        return CompanyState.of(
                company.id(),
                name(snapshot, company).orElse(null),
                facts,
                rivalry.rivals(facts),
                company.lens().asOf());
    }

    /// The name of the record by whose id it goes, else of the first that has one.
    private static Optional<String> name(Snapshot snapshot, CompanyAt company) {
        return Stream.concat(Stream.of(company.id()), company.group().members().stream())
                .flatMap(record -> nameOf(snapshot, record, company).stream())
                .findFirst();
    }

    private static Optional<String> nameOf(Snapshot snapshot, CompanyId record, CompanyAt company) {
        return company.isCurrent()
                ? snapshot.nameOf(record)
                : snapshot.nameOf(record, company.lens().at());
    }

    private static byte[] json(Object state) {
        try {
            return JSON.writeValueAsBytes(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not write a company's state as JSON", e);
        }
    }
}
