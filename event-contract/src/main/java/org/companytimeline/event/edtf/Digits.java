package org.companytimeline.event.edtf;

import java.util.stream.IntStream;

/// A number written with a fixed count of digits, where `X` stands for any one digit.
record Digits(String text) {

    /// The numbers it can be, ascending.
    IntStream ascending() {
        return IntStream.rangeClosed(lowest(), highest()).filter(this::canBe);
    }

    /// The numbers it can be, descending.
    IntStream descending() {
        int sum = lowest() + highest();
        return IntStream.rangeClosed(lowest(), highest())
                .map(number -> sum - number)
                .filter(this::canBe);
    }

    boolean isExact() {
        return text.indexOf('X') < 0;
    }

    int lowest() {
        return Integer.parseInt(text.replace('X', '0'));
    }

    int highest() {
        return Integer.parseInt(text.replace('X', '9'));
    }

    private boolean canBe(int number) {
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
