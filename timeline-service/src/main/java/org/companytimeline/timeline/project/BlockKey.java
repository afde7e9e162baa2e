package org.companytimeline.timeline.project;

import org.companytimeline.event.CompanyId;

/// The claims of one company that fold together; all of them are of one type.
public record BlockKey(int partition, CompanyId company, String type, String block) {}
