package org.companytimeline.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyEvent.Identified;
import org.companytimeline.event.IdentifierScheme;
import org.jspecify.annotations.Nullable;

/// A value of a scheme by which a company is told from all others; an alias is none.
public record Identifier(IdentifierScheme scheme, String value) implements Comparable<Identifier> {

    private static final String TYPE = "identified";
    private static final String PREFIX = TYPE + "|";
    private static final String ALIAS = PREFIX + Keys.constant(IdentifierScheme.ALIAS) + "|";

    /// What a claim or fact identifies its company by; empty for other types, and for an alias.
    public static Optional<Identifier> of(CompanyEvent details) {
        return details instanceof Identified identified
                        && identified.scheme() != IdentifierScheme.ALIAS
                ? Optional.of(new Identifier(identified.scheme(), identified.value()))
                : Optional.empty();
    }

    /// Whether this is the key of a block of claims that give an identifier. The key of a long
    /// alias can't be told from that of a long identifier, and passes too.
    public static boolean isKey(@Nullable String block) {
        return block != null && block.startsWith(PREFIX) && !block.startsWith(ALIAS);
    }

    /// Those that a company goes by, each with the facts that say so.
    ///
    /// @param own facts of the company, of any type
    /// @param asOf the day that is asked about; null for none, then what has an end is out
    public static SortedMap<Identifier, List<Fact>> heldIn(
            Collection<Fact> own, @Nullable LocalDate asOf) {
        SortedMap<Identifier, List<Fact>> held = new TreeMap<>();
        for (Fact fact : Fact.inOrder(own)) {
            if (fact.holds() && isValid(fact.details(), asOf)) {
                of(fact.details())
                        .ifPresent(identifier ->
                                held.computeIfAbsent(identifier, none -> new ArrayList<>())
                                        .add(fact));
            }
        }
        return held;
    }

    /// Whether an identifier has no end, or may have ended after a day only.
    static boolean isValid(CompanyEvent details, @Nullable LocalDate asOf) {
        if (!(details instanceof Identified identified)) {
            return false;
        }
        if (identified.until() == null) {
            return true;
        }
        return asOf != null
                && identified.until().latest().map(last -> last.isAfter(asOf)).orElse(true);
    }

    @Override
    public int compareTo(Identifier other) {
        return Comparator.comparing(Identifier::scheme)
                .thenComparing(Identifier::value)
                .compare(this, other);
    }
}
