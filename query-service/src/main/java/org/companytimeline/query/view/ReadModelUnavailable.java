package org.companytimeline.query.view;

/// The read model cannot be read for the time being; the same read may succeed a little later.
public final class ReadModelUnavailable extends RuntimeException {

    /// @param message for the reader: what is away, without addresses or SQL
    public ReadModelUnavailable(String message) {
        super(message);
    }

    /// @param message for the reader: what is away, without addresses or SQL
    public ReadModelUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
