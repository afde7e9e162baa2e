package org.companytimeline.query.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        LogState log = snapshot.log();
        Cursor noPoint = new Cursor(log.cursor().log(), List.of());
        Optional<String> q = search.q();
        if (q.isEmpty()) {
            return new Pages<>(
                            search.question(),
                            log.cursor(),
                            () -> noPoint,
                            NameKey::read,
                            (at, after, limit) -> snapshot.companiesByName(search, after, limit))
                    .answer(log, page);
        }
        return new Pages<>(
                        search.question(),
                        log.cursor(),
                        () -> noPoint,
                        RankKey::read,
                        (at, after, limit) ->
                                snapshot.companiesByRank(q.get(), search, after, limit))
                .answer(log, page);
    }

    /// The state of one company, folded from the facts on its timeline.
    public static Answer state(Snapshot snapshot, CompanyId company) {
        LogState log = snapshot.log();
        Map<Integer, Long> changes = snapshot.changes(List.of(company));
        if (changes.isEmpty()) {
            return new Answer.Refused(new Refusal.UnknownCompany(company));
        }
        return new Answer.Found(
                EntityTag.of("company", company, changes, log.foldVersion()),
                () -> {
                    List<Fact> facts = Timelines.folded(snapshot, company, log.cursor());
                    String name = snapshot.nameOf(company).orElse(null);
                    return json(CompanyState.of(company, name, facts));
                });
    }

    private static byte[] json(Object state) {
        try {
            return JSON.writeValueAsBytes(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not write a company's state as JSON", e);
        }
    }
}
