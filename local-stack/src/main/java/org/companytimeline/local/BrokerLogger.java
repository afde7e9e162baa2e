package org.companytimeline.local;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/// A logger of [BrokerLogging]: warnings and errors, a line each, with the stack trace after it.
final class BrokerLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    BrokerLogger(String name) {
        this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable fault) {
        var message = MessageFormatter.basicArrayFormat(pattern, arguments);
        var line =
                "%s %s %s: %s"
                        .formatted(
                                Instant.now().truncatedTo(ChronoUnit.MILLIS), level, name, message);
        synchronized (System.out) {
            System.out.println(line);
            if (fault != null) {
                fault.printStackTrace(System.out);
            }
        }
    }
}
