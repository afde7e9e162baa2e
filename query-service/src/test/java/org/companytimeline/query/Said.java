package org.companytimeline.query;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events in the short form, with single quotes for double ones.
public final class Said {

    private Said() {}

    public static String founded(String company, String name, String when) {
        return claim(
                "founded", company, name, when, "{'place': {'city': 'Paris', 'country': 'FR'}}");
    }

    public static String launched(String company, String product, String when) {
        return claim("launched", company, null, when, "{'product': '%s'}".formatted(product));
    }

    public static String partnered(String company, String partner, String name, String when) {
        return claim(
                "partnered",
                company,
                null,
                when,
                "{'partners': [{'company': '%s', 'name': '%s'}]}".formatted(partner, name));
    }

    public static String identified(String company, String scheme, String value) {
        return claim(
                "identified",
                company,
                null,
                "2020",
                "{'scheme': '%s', 'value': '%s'}".formatted(scheme, value));
    }

    public static String claim(
            String type, String company, @Nullable String name, String when, String details) {
        String named = name == null ? "" : ", 'name': '%s'".formatted(name);
        return """
        {'type': '%s', 'company': {'id': '%s'%s}, 'when': '%s', 'details': %s,
         'sources': [{'title': 'A source', 'publisher': 'A paper', 'kind': 'press'}]}
        """
                .formatted(type, company, named, when, details);
    }

    /// An annotation without a change.
    public static String annotation(String type, String company, UUID target) {
        return claim(type, company, null, "2026", "{'target': '%s'}".formatted(target));
    }

    /// A correction.
    ///
    /// @param change what its target should say instead, such as `{'when': '2021'}`
    public static String corrected(String company, UUID target, String change) {
        return claim(
                "corrected",
                company,
                null,
                "2026",
                "{'target': '%s', 'change': %s}".formatted(target, change));
    }

    public static String sameAs(String company, String other) {
        return claim("same-as", company, null, "2026", "{'company': '%s'}".formatted(other));
    }
}
