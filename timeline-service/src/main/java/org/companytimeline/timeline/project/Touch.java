package org.companytimeline.timeline.project;

import org.companytimeline.event.CompanyId;

/// A company whose timeline an event touches without naming it.
public record Touch(CompanyId company, ReadEvent read) {}
