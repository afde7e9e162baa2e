package org.companytimeline.timeline.project;

import java.util.List;
import java.util.Map;
import org.companytimeline.model.NamesByFacts.Identifier;

/// What is to be done to the rows by which companies are found and lists of them narrowed.
///
/// @param types that are new to companies
/// @param identifiers of those companies whose own may have changed: all of each
public record SearchRows(
        NameChanges names, List<NewType> types, Map<CompanyKey, List<Identifier>> identifiers) {

    /// A type of event that named a company for the first time.
    public record NewType(CompanyKey company, String type) {}
}
