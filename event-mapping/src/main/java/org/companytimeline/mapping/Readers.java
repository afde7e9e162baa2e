package org.companytimeline.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.mapping.text.AmountReader;
import org.companytimeline.mapping.text.DateReader;
import org.jspecify.annotations.Nullable;

/// What `read` in a mapping can name: its tables, dates, amounts and companies, and what is known
/// without being declared.
///
/// @param countries the mapping's own spellings of countries, in lower case
record Readers(
        Map<String, Table> tables,
        Map<String, Dates> dates,
        Map<String, Amounts> amounts,
        Map<String, CompanyRule> companies,
        Map<String, String> countries) {

    /// The reader of countries, which is always there.
    static final String COUNTRY = "country";

    /// A way to read dates.
    ///
    /// @param anchor when words were written; null where the mapping does not say
    record Dates(DateReader reader, @Nullable TextSource anchor) {}

    /// A way to read amounts.
    ///
    /// @param currency where the row gives it; null where it does not
    /// @param emptyUndisclosed whether an empty cell says that the amount is not disclosed
    record Amounts(AmountReader reader, @Nullable TextSource currency, boolean emptyUndisclosed) {}

    static Readers none() {
        return new Readers(
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>());
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        names.addAll(tables.keySet());
        names.addAll(dates.keySet());
        names.addAll(amounts.keySet());
        names.addAll(companies.keySet());
        names.add(COUNTRY);
        names.addAll(ExpressionReader.schemes());
        return names.stream().sorted().toList();
    }
}
