package org.companytimeline.model;

import java.util.HexFormat;

/// The identity of a thread within a company, as a value (see [Block#threadOf]).
///
/// @param hex its 32 bytes as hexadecimal digits
public record ThreadHash(String hex) {

    public static ThreadHash of(byte[] bytes) {
        return new ThreadHash(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
