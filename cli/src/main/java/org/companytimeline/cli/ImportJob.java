package org.companytimeline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.companytimeline.mapping.Mapping;
import org.companytimeline.mapping.records.FileKind;
import org.jspecify.annotations.Nullable;

/// What is to be imported, and how.
///
/// @param file is read from beginning to end, perhaps more than once
/// @param mapping null for a file of events
/// @param mappingText the same as it is written; empty for none
/// @param folder where what the import needs for itself lies
/// @param rejects the file for refused rows; null for one in `folder`
/// @param isTrial whether nothing is sent
/// @param giveUpAfter how long nothing may be answered
record ImportJob(
        Path file,
        @Nullable Mapping mapping,
        String mappingText,
        Path folder,
        @Nullable Path rejects,
        int lanes,
        boolean isTrial,
        Duration giveUpAfter) {

    /// Where refused rows go.
    ///
    /// @param fingerprint of the file and the mapping
    Path rejects(String fingerprint) {
        return rejects != null
                ? rejects
                : folder.resolve(
                        "%s-%s%s.rejects.%s"
                                .formatted(
                                        file.getFileName(),
                                        fingerprint.substring(0, 8),
                                        isTrial ? ".dry-run" : "",
                                        isCsv() ? "csv" : "ndjson"));
    }

    /// @param columns of the file
    RejectedRowFormat rejectedRows(List<String> columns) {
        return mapping != null && isCsv()
                ? new RejectedCsv(mapping.format(), columns)
                : new RejectedLines();
    }

    private boolean isCsv() {
        return mapping != null && mapping.format().kind() == FileKind.CSV;
    }
}
