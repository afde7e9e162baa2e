package org.companytimeline.query.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The templates of pages.
@CheckedTemplate(basePath = "Page")
final class Page {

    private Page() {}

    /// What all pages share: head, an element for what the page shows, and a word to those without
    /// scripts.
    ///
    /// @param name of the page, such as `start`: its element is `page-start`
    /// @param taste of the one who looks at it
    /// @param ingest the address of ingest-service, to which the form posts
    static native TemplateInstance shell(String name, Taste taste, String ingest);
}
