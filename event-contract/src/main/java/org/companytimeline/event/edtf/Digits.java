package org.companytimeline.event.edtf;

/// A number written with a fixed count of digits, where `X` stands for any one digit.
///
/// @param lowest the least number it can be
/// @param highest the greatest number it can be
record Digits(String text, int lowest, int highest) {

    static final Digits ANY_TWO = of("XX");

    static Digits of(String text) {
        int lowest = 0;
        int highest = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean any = text.charAt(i) == 'X';
            lowest = 10 * lowest + (any ? 0 : text.charAt(i) - '0');
            highest = 10 * highest + (any ? 9 : text.charAt(i) - '0');
        }
        return new Digits(text, lowest, highest);
    }

    boolean isExact() {
        return lowest == highest;
    }

    /// Whether it can be this number.
    boolean canBe(int number) {
        if (number < lowest || highest < number) {
            return false;
        }
        int rest = number;
        for (int i = text.length() - 1; i >= 0; i--) {
            if (text.charAt(i) != 'X' && text.charAt(i) - '0' != rest % 10) {
                return false;
            }
            rest /= 10;
        }
        return true;
    }
}
