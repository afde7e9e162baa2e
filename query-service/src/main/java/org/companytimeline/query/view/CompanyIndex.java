package org.companytimeline.query.view;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.companytimeline.event.CompanyId;

/// What search and lists of companies look up. A record may come several times where a list is in
/// order: once for each partition that says something of it.
public interface CompanyIndex {

    /// Records that pass, by the name that one partition gives them.
    List<NameKey> byName(CompanyFilter filter, Optional<NameKey> after, int limit);

    /// Records that pass and of which a name may be hit as a stage wants it, in the order of their
    /// places. Whether the name is the current one is not looked at.
    List<RankKey> hits(
            Asked asked, Stage stage, CompanyFilter filter, Optional<RankKey> after, int limit);

    /// What is said of these records.
    List<CompanyPart> parts(Collection<CompanyId> records);

    /// The names of these records that begin with the question, whole or from a later word on.
    List<Name> names(Asked asked, Collection<CompanyId> records);

    /// The whole names of these records that are at least so similar to the question.
    List<Name> similar(Asked asked, float similarity, Collection<CompanyId> records);

    /// Which identifiers of these records the question is.
    List<Identifier> identifiers(Asked asked, Collection<CompanyId> records);

    /// Those of these records that pass.
    Set<CompanyId> passing(CompanyFilter filter, Collection<CompanyId> records);

    /// The next records by id, whatever is said of them.
    ///
    /// @param after the id after which to begin; empty for the start
    /// @param since the point since which they may have changed; empty where all have
    List<ListedCompany> listed(Optional<CompanyId> after, Optional<Cursor> since, int limit);

    /// All records that pass a filter, if they are few: then it is quicker to look at each.
    Optional<Set<CompanyId>> few(CompanyFilter filter);

    /// The stored facts that hold and by which one of these records and another one are the same.
    ///
    /// @param mostOfEach how many of each record, whichever
    List<byte[]> sameAs(Collection<CompanyId> records, int mostOfEach);

    /// Counts over all records that pass.
    ///
    /// @param similarFrom how similar a name must be to be hit; 1 where similar ones are not
    Facet.Counts counts(CompanySearch search, Optional<Asked> asked, float similarFrom);

    /// An identifier of a record.
    record Identifier(CompanyId company, String scheme, String value) {}
}
