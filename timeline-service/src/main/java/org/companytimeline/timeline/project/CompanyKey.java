package org.companytimeline.timeline.project;

import org.companytimeline.event.CompanyId;

/// A company as one partition knows it.
public record CompanyKey(int partition, CompanyId company) {}
