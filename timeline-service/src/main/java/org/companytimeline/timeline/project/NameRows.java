package org.companytimeline.timeline.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.companytimeline.model.SearchKey;
import org.companytimeline.timeline.project.NameRow.Kind;
import org.companytimeline.timeline.project.NameRow.Place;

/// The texts by which a company may be found: a pure function of its row.
final class NameRows {

    /// The name of a company by its own events.
    private static final short OWN = 0;

    /// What a partition calls a company that none of its events names as its own.
    private static final short CALLED = 1;

    private static final short OTHER = 2;
    private static final short LATER_WORD = 3;

    private static final int HIGHEST_WEIGHT = 10;

    private final CompanyRow company;
    private final short weight;
    private final Map<String, NameRow> whole = new LinkedHashMap<>();

    private NameRows(CompanyRow company) {
        this.company = company;
        weight = weight(company);
    }

    static Map<Place, NameRow> of(CompanyRow company) {
        NameRows rows = new NameRows(company);
        String name = company.displayName();
        String id = company.key().company().value();
        short grade = company.own() && name != null ? OWN : CALLED;
        if (name == null) {
            rows.add(grade, Kind.ID, id);
        } else {
            rows.add(grade, Kind.NAME, name);
        }
        OtherNames others = company.otherNames();
        rows.addAll(Kind.FORMER_NAME, others.former());
        rows.addAll(Kind.ALIAS, others.aliases());
        if (company.givenName() != null) {
            rows.add(OTHER, Kind.GIVEN_NAME, company.givenName());
        }
        rows.addAll(Kind.GIVEN_NAME, others.given());
        rows.add(OTHER, Kind.ID, id);
        return rows.withLaterWords();
    }

    /// How much is recorded of a company, on a scale of fours: 0 for up to 3 events, 1 for up to
    /// 15.
    static short weight(CompanyRow company) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, company.eventCount()));
        return (short) Math.min(HIGHEST_WEIGHT, (bits - 1) / 2);
    }

    /// Whether two rows of a company are found by the same texts.
    static boolean sameTexts(CompanyRow one, CompanyRow other) {
        return one.own() == other.own()
                && Objects.equals(one.givenName(), other.givenName())
                && Objects.equals(one.renamedTo(), other.renamedTo())
                && one.otherNames().equals(other.otherNames());
    }

    private void addAll(Kind kind, List<String> texts) {
        texts.forEach(text -> add(OTHER, kind, text));
    }

    private void add(short grade, Kind kind, String text) {
        String key = SearchKey.of(text);
        if (!key.isEmpty()) {
            whole.putIfAbsent(
                    key,
                    new NameRow(
                            company.key(),
                            new Place(grade, key),
                            weight,
                            kind,
                            SearchKey.cut(text)));
        }
    }

    private Map<Place, NameRow> withLaterWords() {
        Map<Place, NameRow> rows = new LinkedHashMap<>();
        whole.values().forEach(row -> rows.put(row.place(), row));
        for (NameRow row : whole.values()) {
            for (String end : SearchKey.laterWords(row.place().key())) {
                if (!whole.containsKey(end)) {
                    Place place = new Place(LATER_WORD, end);
                    rows.putIfAbsent(
                            place,
                            new NameRow(company.key(), place, weight, row.kind(), row.text()));
                }
            }
        }
        return rows;
    }
}
