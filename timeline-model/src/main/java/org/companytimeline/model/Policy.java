package org.companytimeline.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The named, versioned rule by which the fold picks a fact's leading claim: criteria, each of
/// which chooses among those that the ones before it left.
public enum Policy {
    /// What is most probably so.
    DEFAULT_1("default@1"),

    /// What the most official source says.
    REGISTRY_FIRST_1("registry-first@1"),

    /// What was said last.
    NEWEST_1("newest@1");

    private static final List<Criterion> MOST_PROBABLE =
            List.of(
                    Criterion.STATUS,
                    Criterion.SOURCE,
                    Criterion.EXACT,
                    Criterion.VOICES,
                    Criterion.NARROWER,
                    Criterion.FULLER,
                    Criterion.NEWER);

    private static final List<Criterion> MOST_OFFICIAL =
            List.of(
                    Criterion.NO_DENIAL,
                    Criterion.SOURCE,
                    Criterion.STATUS,
                    Criterion.EXACT,
                    Criterion.VOICES,
                    Criterion.NARROWER,
                    Criterion.FULLER,
                    Criterion.NEWER);

    private static final List<Criterion> LATEST = List.of(Criterion.NO_DENIAL, Criterion.NEWER);

    private final String policyName;

    Policy(String policyName) {
        this.policyName = policyName;
    }

    /// The policy of this name.
    public static Optional<Policy> named(String name) {
        return Arrays.stream(values()).filter(policy -> policy.policyName.equals(name)).findFirst();
    }

    /// Name and version, such as `default@1`.
    public String policyName() {
        return policyName;
    }

    /// In the order in which they are applied; the last one leaves one claim.
    public List<Criterion> criteria() {
        return switch (this) {
            case DEFAULT_1 -> MOST_PROBABLE;
            case REGISTRY_FIRST_1 -> MOST_OFFICIAL;
            case NEWEST_1 -> LATEST;
        };
    }
}
