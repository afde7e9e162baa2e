package org.companytimeline.system;

/// Claims as the tests post them.
final class Claims {

    private Claims() {}

    /// A company launched a product: another product is another fact.
    static String launched(String company, String product) {
        return """
        {"type": "launched", "company": {"id": "%s"}, "when": "2025",
         "details": {"product": "%s"}, "sources": [{"title": "A test"}]}\
        """
                .formatted(company, product);
    }
}
