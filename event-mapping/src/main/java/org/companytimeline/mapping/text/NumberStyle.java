package org.companytimeline.mapping.text;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How numbers are spelled: which signs group digits, and which part the decimals off.
public enum NumberStyle {
    PLAIN("1234.56", "[0-9]+(\\.[0-9]+)?", "", '.'),
    PLAIN_COMMA("1234,56", "[0-9]+(,[0-9]+)?", "", ','),
    COMMAS("1,234.56", "[0-9]{1,3}(,[0-9]{3})*(\\.[0-9]+)?|[0-9]+(\\.[0-9]+)?", ",", '.'),
    POINTS("1.234,56", "[0-9]{1,3}(\\.[0-9]{3})*(,[0-9]+)?|[0-9]+(,[0-9]+)?", ".", ','),
    SPACES("1 234,56", "[0-9]{1,3}( [0-9]{3})*(,[0-9]+)?|[0-9]+(,[0-9]+)?", " ", ','),
    APOSTROPHES("1'234.56", "[0-9]{1,3}('[0-9]{3})*(\\.[0-9]+)?|[0-9]+(\\.[0-9]+)?", "'", '.'),
    LAKHS(
            "12,34,567.89",
            "[0-9]{1,2}(,[0-9]{2})*,[0-9]{3}(\\.[0-9]+)?|[0-9]+(\\.[0-9]+)?",
            ",",
            '.');

    /// `1,234` and `1.234`: grouped, or with three decimals.
    private static final Pattern AMBIGUOUS = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");

    private final String example;
    private final Pattern spelling;
    private final String group;
    private final char point;

    NumberStyle(String example, String spelling, String group, char point) {
        this.example = example;
        this.spelling = Pattern.compile(spelling);
        this.group = group;
        this.point = point;
    }

    /// The style of which this number is the example.
    public static Optional<NumberStyle> like(String example) {
        return Arrays.stream(values()).filter(style -> style.example.equals(example)).findFirst();
    }

    /// The examples of all styles.
    public static List<String> examples() {
        return Arrays.stream(values()).map(style -> style.example).toList();
    }

    /// Reads digits in this style, exactly.
    Reading<BigDecimal> read(String digits) {
        return spelling.matcher(digits).matches()
                ? Reading.of(value(digits))
                : Reading.unfit("is no number written like " + example);
    }

    /// Reads digits that mean the same in every style in which they can be read.
    static Reading<BigDecimal> readAny(String digits) {
        if (AMBIGUOUS.matcher(digits).matches()) {
            return Reading.unfit(
                    "can be two numbers; let the mapping say how numbers are written, such as"
                            + " \"numbers: 1,234.56\"");
        }
        for (NumberStyle style : values()) {
            if (style.spelling.matcher(digits).matches()) {
                return Reading.of(style.value(digits));
            }
        }
        return Reading.unfit("is no number");
    }

    private BigDecimal value(String digits) {
        return new BigDecimal(digits.replace(group, "").replace(point, '.'));
    }
}
