package org.companytimeline.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.companytimeline.event.CompanyId;
import org.companytimeline.mapping.text.CompanyIds;
import org.companytimeline.mapping.text.DateReader;
import org.jspecify.annotations.Nullable;

/// Which company a row means, see [CompanyIds].
///
/// @param id a permalink, or another text that only this company has; null where the id comes from
///   the name
/// @param under what the permalink has to begin with; empty for anything
/// @param name what the company is called; null where the file does not say
/// @param apart what tells companies of one name apart
record CompanyRule(
        @Nullable TextSource id, String under, @Nullable TextSource name, List<TextSource> apart) {

    /// A company of a row.
    record Company(CompanyId id, @Nullable String name) {}

    /// The company; null where the row has none there, or it is refused.
    @Nullable Company of(Cells cells, Refusals refusals) {
        String called = name == null ? null : name.text(cells);
        TextSource permalinks = id;
        if (permalinks == null) {
            return called == null ? null : new Company(ofName(called, cells), called);
        }
        String permalink = permalinks.text(cells);
        if (permalink == null) {
            return null;
        }
        boolean fits =
                permalink.toLowerCase(Locale.ROOT).startsWith(under.toLowerCase(Locale.ROOT));
        if (!fits || CompanyIds.lastPart(permalink).isEmpty()) {
            refusals.add(
                    permalinks.columns(),
                    DateReader.quoted(permalink)
                            + (fits
                                    ? " has nothing behind its last slash"
                                    : " does not begin with " + under)
                            + ", so it names no company");
            return null;
        }
        return new Company(CompanyIds.ofPermalink(permalink), called);
    }

    private CompanyId ofName(String called, Cells cells) {
        List<String> parts = new ArrayList<>();
        for (TextSource source : apart) {
            String part = source.text(cells);
            parts.add(part == null ? "" : part);
        }
        return CompanyIds.ofName(called, parts);
    }

    Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        if (id != null) {
            columns.addAll(id.columns());
        }
        if (name != null) {
            columns.addAll(name.columns());
        }
        apart.forEach(source -> columns.addAll(source.columns()));
        return columns;
    }
}
