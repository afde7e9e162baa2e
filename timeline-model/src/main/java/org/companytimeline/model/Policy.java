package org.companytimeline.model;

/// The named, versioned rule by which the fold picks a fact's leading claim.
public enum Policy {
    DEFAULT_1("default@1");

    private final String policyName;

    Policy(String policyName) {
        this.policyName = policyName;
    }

    /// Name and version, such as `default@1`.
    public String policyName() {
        return policyName;
    }
}
