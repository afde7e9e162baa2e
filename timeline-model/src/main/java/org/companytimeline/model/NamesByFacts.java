package org.companytimeline.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.companytimeline.event.CompanyEvent.Identified;
import org.companytimeline.event.CompanyEvent.Renamed;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.IdentifierScheme;

/// The names and identifiers that a company's own facts give it. Only facts that hold count.
public final class NamesByFacts {

    /// An identifier that is no name.
    public record Identifier(IdentifierScheme scheme, String value) {}

    private NamesByFacts() {}

    /// The names that it took or gave up, the latest first, that which it goes by now among them.
    ///
    /// @param facts of the type `renamed` at least, in any order
    public static List<String> taken(CompanyId id, Collection<Fact> facts) {
        List<String> names = new ArrayList<>();
        for (Fact fact : held(id, facts).reversed()) {
            if (fact.details() instanceof Renamed renamed) {
                names.add(renamed.name());
                if (renamed.formerName() != null) {
                    names.add(renamed.formerName());
                }
            }
        }
        return names;
    }

    /// Its aliases, the latest first.
    ///
    /// @param facts of the type `identified` at least, in any order
    public static List<String> aliases(CompanyId id, Collection<Fact> facts) {
        List<String> names = new ArrayList<>();
        for (Fact fact : held(id, facts).reversed()) {
            if (fact.details() instanceof Identified identified
                    && identified.scheme() == IdentifierScheme.ALIAS) {
                names.add(identified.value());
            }
        }
        return names;
    }

    /// Its identifiers, the latest first.
    ///
    /// @param facts of the type `identified` at least, in any order
    public static List<Identifier> identifiers(CompanyId id, Collection<Fact> facts) {
        List<Identifier> identifiers = new ArrayList<>();
        for (Fact fact : held(id, facts).reversed()) {
            if (fact.details() instanceof Identified identified
                    && identified.scheme() != IdentifierScheme.ALIAS) {
                identifiers.add(new Identifier(identified.scheme(), identified.value()));
            }
        }
        return identifiers;
    }

    private static List<Fact> held(CompanyId id, Collection<Fact> facts) {
        return Fact.inOrder(
                facts.stream().filter(fact -> fact.subject().equals(id) && fact.holds()).toList());
    }
}
