package org.companytimeline.query.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.Group;

/// The order of a list of companies.
interface CompanyOrder<K extends PlaceKey<K>> {

    /// Places at which records may stand, in order; fewer than the limit only at the end.
    List<K> candidates(Optional<K> after, int limit);

    /// Where each of these records stands by itself; those that do not belong in the list are left
    /// out.
    ///
    /// @param candidates all that are looked at now
    Map<CompanyId, Hit<K>> hits(Map<CompanyId, CompanyRecord> records, Collection<K> candidates);

    /// Where a company stands.
    ///
    /// @param hits of its records, not empty
    Hit<K> best(Group group, List<Hit<K>> hits);

    /// What of a merged company was hit, if that is not the name that is shown.
    ///
    /// @param record the one that was hit
    Optional<Matched> matched(Hit<K> hit, CompanyRecord record, String shown);
}
