package org.companytimeline.query.http;

import java.util.Map;
import java.util.Optional;
import org.companytimeline.event.CompanyId;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.TimelineExport;

/// Writes an export in its format and counts its facts.
final class ExportWriter implements TimelineExport.Taker {

    private final ExportFormat format;
    private final SlicedResponse out;
    private long facts;

    ExportWriter(ExportFormat format, SlicedResponse out) {
        this.format = format;
        this.out = out;
    }

    void begin(Map<String, String> headers) {
        out.write(format.head());
        out.begin(headers);
    }

    @Override
    public void goOn() {
        out.goOn();
    }

    @Override
    public void anew(CompanyId company) {
        out.write(format.anew(company));
    }

    @Override
    public void fact(CompanyId company, Optional<String> name, byte[] body) {
        out.write(format.fact(company, name, body));
        facts++;
    }

    /// @param cursor the point in the log at which all of it holds
    void end(Cursor cursor) {
        out.write(format.end(cursor, facts));
    }
}
