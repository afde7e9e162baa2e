package org.companytimeline.timeline.project;

import java.util.UUID;
import org.companytimeline.event.CompanyId;

/// The identity of an event, in the partition that owns its company.
public record EventKey(int partition, CompanyId company, UUID id) {}
