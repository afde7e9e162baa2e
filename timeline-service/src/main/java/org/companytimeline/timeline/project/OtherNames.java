package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.companytimeline.model.SearchKey;
import org.jspecify.annotations.Nullable;

/// Names by which a company may be found beside the one that it goes by.
///
/// Of two texts with the same key ([SearchKey]) one stands. Each list is bounded: the oldest names
/// beyond [#MOST_GIVEN], [#MOST_FORMER] or [#MOST_ALIASES] are not found by.
///
/// @param given by events, its own and those of others, the latest first
/// @param former by its facts, the latest first; the one that it goes by may be among them
/// @param aliases by its facts, the latest first
public record OtherNames(List<String> given, List<String> former, List<String> aliases) {

    public static final int MOST_GIVEN = 20;
    public static final int MOST_FORMER = 50;
    public static final int MOST_ALIASES = 50;

    public static final OtherNames NONE = new OtherNames(List.of(), List.of(), List.of());

    public OtherNames {
        given = List.copyOf(given);
        former = List.copyOf(former);
        aliases = List.copyOf(aliases);
    }

    public boolean isEmpty() {
        return given.isEmpty() && former.isEmpty() && aliases.isEmpty();
    }

    /// The same once an event gives a name.
    ///
    /// @param passed over: the given name that another one took the place of, or that is not taken
    /// @param taken the one that it is given now
    OtherNames passing(@Nullable String passed, @Nullable String taken) {
        if (passed == null || passed.equals(taken)) {
            return this;
        }
        List<String> names = new ArrayList<>();
        names.add(passed);
        names.addAll(given);
        if (taken != null) {
            String key = SearchKey.of(taken);
            names.removeIf(name -> SearchKey.of(name).equals(key));
        }
        return new OtherNames(first(names, MOST_GIVEN), former, aliases);
    }

    OtherNames withFormer(List<String> names) {
        List<String> first = first(names, MOST_FORMER);
        return first.equals(former) ? this : new OtherNames(given, first, aliases);
    }

    OtherNames withAliases(List<String> names) {
        List<String> first = first(names, MOST_ALIASES);
        return first.equals(aliases) ? this : new OtherNames(given, former, first);
    }

    private static List<String> first(List<String> names, int most) {
        if (names.isEmpty()) {
            return List.of();
        }
        Set<String> keys = new HashSet<>();
        List<String> first = new ArrayList<>();
        for (String name : names) {
            if (first.size() < most && keys.add(SearchKey.of(name))) {
                first.add(name);
            }
        }
        return first;
    }
}
