package org.companytimeline.event;

/// Checks that tell most mistyped numbers from right ones.
enum CheckDigits {
    /// Any number will do.
    NONE("") {
        @Override
        boolean hold(String number) {
            return true;
        }
    },

    /// ISO 7064 MOD 97-10: read as a number, with `A` as 10 to `Z` as 35, it leaves 1 when divided
    /// by 97.
    MOD_97_10("ISO 7064 MOD 97-10") {
        @Override
        boolean hold(String number) {
            int rest = 0;
            for (int i = 0; i < number.length(); i++) {
                int value = Character.digit(number.charAt(i), 36);
                rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
            }
            return rest == 1;
        }
    },

    /// The Luhn formula of ISO/IEC 7812-1: the sum of all digits, every second one from the right
    /// doubled and its own digits added, ends in 0.
    LUHN("the Luhn formula of ISO/IEC 7812-1") {
        @Override
        boolean hold(String number) {
            int sum = 0;
            for (int i = 0; i < number.length(); i++) {
                int digit = Character.digit(number.charAt(number.length() - 1 - i), 10);
                int twice = i % 2 == 0 ? digit : 2 * digit;
                sum += twice / 10 + twice % 10;
            }
            return sum % 10 == 0;
        }
    };

    private final String standard;

    CheckDigits(String standard) {
        this.standard = standard;
    }

    /// What the check is called.
    String standard() {
        return standard;
    }

    /// Whether a number passes.
    ///
    /// @param number of the characters that its scheme allows
    abstract boolean hold(String number);
}
