package org.companytimeline.timeline.project;

/// What reading makes of a record of the log, before the read model is asked.
public sealed interface Reading permits ReadEvent, Rejected {}
