package org.companytimeline.query.view;

import java.util.UUID;
import java.util.function.Supplier;
import org.companytimeline.model.Fact;

/// A fact as it was found through a lens.
///
/// @param company the company whose fact it is
/// @param body its JSON
/// @param fact folded when asked for, with everything that its claims came to
public record FactAt(UUID id, CompanyAt company, Supplier<byte[]> body, Supplier<Fact> fact) {

    /// Covers everything that a representation of the fact can depend on, but for what is asked of
    /// it.
    ///
    /// @param question which representation
    EntityTag tag(String question, LogState log) {
        return EntityTag.of(
                question,
                id,
                company.group(),
                company.lens().policy(),
                company.changePoint(),
                log.foldVersion());
    }
}
