package org.companytimeline.query.http;

import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.Fold;
import org.companytimeline.query.view.Cursor;

/// How timelines are exported, line by line.
enum ExportFormat {
    /// `{"company":"…","fact":{…}}`, with the fact byte for byte, and at the end
    /// `{"end":{"cursor":"…","fold":…,"facts":…}}`; `{"company":"…","anew":true}` before what
    /// replaces a timeline.
    NDJSON("application/x-ndjson", "") {
        @Override
        byte[] head() {
            return NOTHING;
        }

        @Override
        byte[] anew(CompanyId company) {
            return utf8("{\"company\":\"" + company + "\",\"anew\":true}\n");
        }

        @Override
        byte[] fact(CompanyId company, Optional<String> name, byte[] body) {
            byte[] before = utf8("{\"company\":\"" + company + "\",\"fact\":");
            byte[] line = new byte[before.length + body.length + 2];
            System.arraycopy(before, 0, line, 0, before.length);
            System.arraycopy(body, 0, line, before.length, body.length);
            line[line.length - 2] = '}';
            line[line.length - 1] = '\n';
            return line;
        }

        @Override
        boolean showsCut(HttpVersion version) {
            return true;
        }

        @Override
        byte[] end(Cursor cursor, long facts) {
            return utf8(
                    "{\"end\":{\"cursor\":\"%s\",\"fold\":%d,\"facts\":%d}}\n"
                            .formatted(cursor, Fold.VERSION, facts));
        }
    },
    /// A row a fact, see [FactCsv]; nothing tells the end.
    CSV("text/csv", ";charset=UTF-8;header=present") {
        @Override
        byte[] head() {
            return utf8(FactCsv.HEAD);
        }

        @Override
        byte[] anew(CompanyId company) {
            throw new IllegalStateException("CSV cannot tell what a timeline is replaced by");
        }

        @Override
        byte[] fact(CompanyId company, Optional<String> name, byte[] body) {
            return utf8(FactCsv.row(company, name, body));
        }

        // HTTP/1.0 has no chunks: the end of the connection is that of the body.
        @Override
        boolean showsCut(HttpVersion version) {
            return version != HttpVersion.HTTP_1_0;
        }

        @Override
        byte[] end(Cursor cursor, long facts) {
            return NOTHING;
        }
    };

    private static final byte[] NOTHING = {};

    private final String mediaType;
    private final String parameters;

    ExportFormat(String mediaType, String parameters) {
        this.mediaType = mediaType;
        this.parameters = parameters;
    }

    private String mediaType() {
        return mediaType;
    }

    String contentType() {
        return mediaType + parameters;
    }

    /// What a reader prefers; empty if none will do.
    static Optional<ExportFormat> of(List<MediaType> acceptable) {
        return Preference.of(List.of(values()), ExportFormat::mediaType, acceptable);
    }

    /// Whether a reader over this version of HTTP can tell an export that was cut from a whole one.
    abstract boolean showsCut(HttpVersion version);

    /// What comes first.
    abstract byte[] head();

    /// Says that what follows of a company replaces its timeline.
    abstract byte[] anew(CompanyId company);

    abstract byte[] fact(CompanyId company, Optional<String> name, byte[] body);

    /// What comes last.
    abstract byte[] end(Cursor cursor, long facts);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
