package org.companytimeline.timeline.project;

import org.companytimeline.event.CompanyId;

/// A publisher's thread of one type about one company.
public record ThreadKey(int partition, CompanyId company, Bytes thread) {}
