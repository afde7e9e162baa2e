package org.companytimeline.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// TCP ports of the loopback interface.
final class Ports {
    private Ports() {}

    /// `port` itself, or one that is free at this moment if `port` is 0.
    ///
    /// @throws LocalStackException if something else listens on `port`
    static int forServer(String server, int port) {
        if (port == 0) {
            return free();
        }
        if (!isFree(port)) {
            throw new LocalStackException(
                    "Could not start %s: port %d is taken".formatted(server, port));
        }
        return port;
    }

    static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalStackException(
                    "Could not find a free port on the loopback interface", e);
        }
    }

    /// Whether nothing listens on `port`. A port whose connections are still in TIME_WAIT counts as
    /// free.
    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
