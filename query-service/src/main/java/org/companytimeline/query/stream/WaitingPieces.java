package org.companytimeline.query.stream;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The history that streams hold while their sockets take nothing, bounded in bytes over all of
/// them: beyond it the piece that has waited longest is dropped, and its stream reads it again.
final class WaitingPieces {

    private final long bytesMax;
    private final Map<EventStream, HistoryPiece> pieces = new LinkedHashMap<>();
    private long bytes;

    WaitingPieces(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    synchronized void put(EventStream stream, HistoryPiece piece) {
        pieces.put(stream, piece);
        bytes += piece.weight();
        Iterator<HistoryPiece> longest = pieces.values().iterator();
        while (bytes > bytesMax) {
            bytes -= longest.next().weight();
            longest.remove();
        }
    }

    /// What this stream put here; null if it was dropped.
    synchronized @Nullable HistoryPiece take(EventStream stream) {
        HistoryPiece piece = pieces.remove(stream);
        bytes -= piece == null ? 0 : piece.weight();
        return piece;
    }
}
