package org.companytimeline.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Many subscribers to server-sent events, each with a connection of its own, all read by one
/// thread into one buffer.
final class Subscribers implements AutoCloseable {

    private static final int READ_BYTES = 256 * 1024;
    private static final int RECEIVE_BUFFER_BYTES = 64 * 1024;
    private static final int FIRST_BYTES = 4096;
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

    /// Who is told of every event, on the thread that reads.
    interface Listener {

        /// A subscriber has got its event with this running number, both from 0 on.
        void event(int subscriber, long number);
    }

    private final Selector selector;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final List<EventFrames> frames = new ArrayList<>();
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(READ_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closed;

    private Subscribers() throws IOException {
        selector = Selector.open();
        thread = Thread.ofPlatform().daemon().name("subscribers").unstarted(this::readAll);
    }

    /// Opens `GET path` so many times, one after the other, and waits until each has had its first
    /// heartbeat.
    static Subscribers open(int port, String path, int count, Listener listener) throws Exception {
        Subscribers subscribers = new Subscribers();
        subscribers.thread.start();
        byte[] request =
                """
                GET %s HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Accept: text/event-stream\r
                \r
                """
                        .formatted(path, port)
                        .getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < count; i++) {
                subscribers.open(port, request, listener);
            }
            subscribers.await(0, received -> received.heartbeats() > 0, OPEN_LIMIT);
        } catch (Exception e) {
            subscribers.close();
            throw e;
        }
        return subscribers;
    }

    /// While the service answers that it has no room, it is asked again.
    private void open(int port, byte[] request, Listener listener)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + OPEN_LIMIT.toNanos();
        byte[] first = new byte[FIRST_BYTES];
        while (true) {
            SocketChannel channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(request));
            channel.socket().setSoTimeout((int) OPEN_LIMIT.toMillis());
            int length = channel.socket().getInputStream().read(first);
            String answer = new String(first, 0, Math.max(0, length), StandardCharsets.US_ASCII);
            if (answer.startsWith("HTTP/1.1 200 ")) {
                add(channel, ByteBuffer.wrap(first, 0, length), listener);
                return;
            }
            channel.close();
            if (!answer.startsWith("HTTP/1.1 503 ") || System.nanoTime() > deadline) {
                throw new IOException("A stream was answered " + answer);
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    private void add(SocketChannel channel, ByteBuffer first, Listener listener)
            throws IOException {
        int subscriber = channels.size();
        EventFrames received = new EventFrames(number -> listener.event(subscriber, number));
        received.take(first.order(ByteOrder.LITTLE_ENDIAN));
        channels.add(channel);
        frames.add(received);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, received);
        selector.wakeup();
    }

    /// What each subscriber received so far.
    List<EventFrames.Received> received() {
        return frames.stream().map(EventFrames::received).toList();
    }

    /// Waits until each subscriber has received this, the last so many left out.
    void await(int leftOut, Predicate<EventFrames.Received> condition, Duration limit)
            throws TimeoutException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (EventFrames each : frames.subList(0, frames.size() - leftOut)) {
            while (!condition.test(each.received())) {
                if (failure.get() != null) {
                    throw new IllegalStateException("A subscriber failed", failure.get());
                }
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException(
                            "%d of %d subscribers have what they wait for after %s; this one has %d events"
                                    .formatted(
                                            received().stream().filter(condition).count(),
                                            frames.size(),
                                            limit,
                                            each.received().events()));
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }

    /// The last so many subscribers take nothing any more, until [#goOn].
    void stall(int count) {
        interest(count, 0);
    }

    /// The most that the kernel holds for one of the last so many subscribers.
    long mostUnreadBytes(int count) {
        UnreadBytes unread = UnreadBytes.now();
        long most = 0;
        for (SocketChannel channel : channels.subList(channels.size() - count, channels.size())) {
            most = Math.max(most, unread.of(channel.socket().getLocalPort()));
        }
        return most;
    }

    /// The last so many subscribers take again what comes.
    void goOn(int count) {
        interest(count, SelectionKey.OP_READ);
    }

    private void interest(int count, int operations) {
        for (SocketChannel channel : channels.subList(channels.size() - count, channels.size())) {
            channel.keyFor(selector).interestOps(operations);
        }
        selector.wakeup();
    }

    private void readAll() {
        try {
            while (!closed) {
                selector.select(this::read);
            }
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                failure.set(e);
            }
        }
    }

    private void read(SelectionKey key) {
        buffer.clear();
        try {
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                throw new IllegalStateException("A stream was cut");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read a stream", e);
        }
        buffer.flip();
        ((EventFrames) key.attachment()).take(buffer);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        selector.close();
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
