package org.companytimeline.timeline.project;

import java.util.Arrays;

/// Bytes that are compared by what they hold. Not copied: whoever hands an array over must not
/// write to it afterwards.
public final class Bytes {

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    public static Bytes of(byte[] array) {
        return new Bytes(array);
    }

    /// The bytes themselves, to be read only.
    public byte[] array() {
        return array;
    }

    public int length() {
        return array.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return length() + " bytes";
    }
}
