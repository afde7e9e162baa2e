package org.companytimeline.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Knows how much of a file was read. One thread reads, others may ask.
final class CountedInput extends FilterInputStream {
    private volatile long count;

    CountedInput(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        var read = in.read();
        add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        var read = in.read(bytes, from, length);
        add(Math.max(0, read));
        return read;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread reads.
    private void add(int bytes) {
        count += bytes;
    }
}
