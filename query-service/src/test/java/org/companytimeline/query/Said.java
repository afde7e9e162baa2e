package org.companytimeline.query;

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

    public static String claim(
            String type, String company, @Nullable String name, String when, String details) {
        String named = name == null ? "" : ", 'name': '%s'".formatted(name);
        return """
        {'type': '%s', 'company': {'id': '%s'%s}, 'when': '%s', 'details': %s,
         'sources': [{'title': 'A source', 'publisher': 'A paper', 'kind': 'press'}]}
        """
                .formatted(type, company, named, when, details);
    }
}
