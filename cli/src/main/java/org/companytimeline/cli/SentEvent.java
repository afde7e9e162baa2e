package org.companytimeline.cli;

/// An event on its way to ingest-service.
record SentEvent(PendingRow row, RowEvent event) {}
