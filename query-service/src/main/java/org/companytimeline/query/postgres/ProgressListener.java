package org.companytimeline.query.postgres;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.companytimeline.event.Position;
import org.companytimeline.query.QueryConfig;
import org.companytimeline.query.view.Progress;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Learns from `NOTIFY company_timeline` how far the log is applied, on one connection of its own.
///
/// The projector sends one notification a batch: `partition:next_offset` for each partition,
/// separated by spaces. The table is read when the connection is made and then once every poll
/// interval, in case one was lost.
@ApplicationScoped
class ProgressListener implements Progress {

    private static final Logger LOG = Logger.getLogger(ProgressListener.class);
    private static final String CONNECT_TIMEOUT_SECONDS = "2";
    private static final String SOCKET_TIMEOUT_SECONDS = "10";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final String url;
    private final Properties credentials = new Properties();
    private final Duration poll;
    private final Waiting waiting;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    ProgressListener(
            QueryConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        credentials.setProperty("user", user);
        credentials.setProperty("password", password);
        credentials.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        credentials.setProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        credentials.setProperty("ApplicationName", "company-timeline query progress");
        poll = config.position().poll();
        waiting = new Waiting(config.position().waiting());
    }

    @Override
    public Outcome await(Collection<Position> positions, Duration atMost)
            throws InterruptedException {
        return waiting.await(positions, atMost);
    }

    @Override
    public void whenMoved(Runnable action) {
        waiting.whenMoved(action);
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("progress-listener").start(this::listen);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (thread != null && !thread.join(STOP_LIMIT)) {
            LOG.warnf("The progress listener did not stop within %s", STOP_LIMIT);
        }
    }

    private void listen() {
        boolean away = false;
        while (!isStopping(Duration.ZERO)) {
            try (Connection connection = DriverManager.getConnection(url, credentials)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("listen company_timeline");
                }
                waiting.set(nextOffsets(connection));
                if (away) {
                    LOG.info("Following the projection again");
                    away = false;
                }
                follow(connection);
            } catch (SQLException | Sql.StatementFailed e) {
                if (!away) {
                    LOG.warnf("Cannot follow the projection, trying again: %s", e.getMessage());
                    away = true;
                }
                if (isStopping(poll)) {
                    return;
                }
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        PGConnection notified = connection.unwrap(PGConnection.class);
        long lastRead = System.nanoTime();
        while (!isStopping(Duration.ZERO)) {
            long rest = poll.toNanos() - (System.nanoTime() - lastRead);
            if (rest <= 0) {
                waiting.set(nextOffsets(connection));
                lastRead = System.nanoTime();
                continue;
            }
            PGNotification @Nullable [] notifications =
                    notified.getNotifications(
                            (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(rest)));
            if (notifications != null) {
                Map<Integer, Long> news = new HashMap<>();
                for (PGNotification notification : notifications) {
                    addTo(news, notification.getParameter());
                }
                waiting.advance(news);
            }
        }
    }

    /// What cannot be read is left to the next look at the table.
    private static void addTo(Map<Integer, Long> news, String payload) {
        for (String part : payload.split(" ", -1)) {
            try {
                Position next = Position.parse(part);
                news.merge(next.partition(), next.offset(), Math::max);
            } catch (IllegalArgumentException e) {
                LOG.debugf("Not a notification of progress: %s", e.getMessage());
            }
        }
    }

    private static Map<Integer, Long> nextOffsets(Connection connection) {
        Map<Integer, Long> next = new HashMap<>();
        for (ProjectionRow row : ProjectionRow.all(connection)) {
            next.put(row.partition(), row.nextOffset());
        }
        return next;
    }

    private boolean isStopping(Duration atMost) {
        try {
            return stopping.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
