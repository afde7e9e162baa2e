package org.companytimeline.query.view;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Which log a cursor belongs to: the first 8 bytes of SHA-256 over cluster id, line feed and topic
/// id.
public record LogIdentity(long hash) {

    static LogIdentity of(String clusterId, String topicId) {
        byte[] text = (clusterId + "\n" + topicId).getBytes(StandardCharsets.UTF_8);
        return new LogIdentity(ByteBuffer.wrap(Sha256.of(text)).getLong());
    }
}
