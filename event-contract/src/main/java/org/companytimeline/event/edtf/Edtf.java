package org.companytimeline.event.edtf;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A date in EDTF (ISO 8601-2), given back as it was written, with the days it can mean.
///
/// Accepted are years from -9999 to 9999, months and days; seasons, quarters, thirds and halves of
/// a year (`2024-21` to `2024-41`); `X` for any digit; the qualifiers `?`, `~` and `%` on the whole
/// or on parts; intervals, also with open (`..`) or unknown (empty) ends; and `[a,b]`, `[a..b]` for
/// one of several days. Two values are equal exactly if they are written alike.
///
/// Seasons without a hemisphere (21 to 24) are those of the northern one. Seasons are three whole
/// months, and one that runs over the turn of the year is named by the year it starts in: `2024-24`
/// is December 2024 to February 2025.
public final class Edtf {

    /// The longest text that is read, in characters.
    public static final int MAXIMUM_LENGTH = 100;

    private final String text;
    private final Value value;

    private Edtf(String text, Value value) {
        this.text = text;
        this.value = value;
    }

    /// Reads an EDTF value; throws [EdtfException] with a hint at what would be accepted.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Edtf parse(String text) {
        return new Edtf(text, EdtfReader.read(text));
    }

    /// The first day it can mean; absent where the start is open or unknown. For an interval the
    /// earliest day of its start.
    public Optional<LocalDate> earliest() {
        return Optional.ofNullable(value.earliest());
    }

    /// The last day it can mean; absent where the end is open or unknown. For an interval the
    /// latest day of its end.
    public Optional<LocalDate> latest() {
        return Optional.ofNullable(value.latest());
    }

    /// Whether any part of it is said to be approximate (`~` or `%`).
    public boolean isApproximate() {
        return value.qualifier().approximate();
    }

    /// Whether any part of it is said to be uncertain (`?` or `%`).
    public boolean isUncertain() {
        return value.qualifier().uncertain();
    }

    /// How many days there are from its earliest to its latest day, both counted: 1 for a day,
    /// `Long.MAX_VALUE` where either end is open or unknown.
    public long days() {
        LocalDate earliest = value.earliest();
        LocalDate latest = value.latest();
        return earliest == null || latest == null
                ? Long.MAX_VALUE
                : ChronoUnit.DAYS.between(earliest, latest) + 1;
    }

    /// Whether there is a day that lies between the earliest and the latest day of both; an open or
    /// unknown end has no limit. The qualifiers do not count.
    public boolean overlaps(Edtf other) {
        return daysApart(other) == 0;
    }

    /// How many days the nearer ends of the two lie apart: 0 where they overlap, 1 for a day and
    /// the next. The same in both directions.
    public long daysApart(Edtf other) {
        return Math.max(0, Math.max(gap(value, other.value), gap(other.value, value)));
    }

    private static long gap(Value first, Value second) {
        LocalDate end = first.latest();
        LocalDate start = second.earliest();
        return end == null || start == null ? 0 : ChronoUnit.DAYS.between(end, start);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Edtf edtf && text.equals(edtf.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /// As it was written.
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
