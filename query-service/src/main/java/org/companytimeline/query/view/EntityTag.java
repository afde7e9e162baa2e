package org.companytimeline.query.view;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// A strong validator of one representation: equal tags mean equal bytes.
///
/// It is computed from what decides the bytes (the question, the offsets that last changed the
/// answer, the version of the fold), so that an unchanged answer is recognised before its body is
/// read.
///
/// @param opaque the text between the quotes
public record EntityTag(String opaque) {

    private static final int HASH_BYTES = 16;

    /// The tag over these parts, in this order; the text of each part counts.
    static EntityTag of(Object... parts) {
        byte[] hash = Sha256.of(Question.of(parts).text().getBytes(StandardCharsets.UTF_8));
        return new EntityTag(
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Arrays.copyOf(hash, HASH_BYTES)));
    }

    /// As it stands in the `ETag` header.
    @Override
    public String toString() {
        return '"' + opaque + '"';
    }
}
