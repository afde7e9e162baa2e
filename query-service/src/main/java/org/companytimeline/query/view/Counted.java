package org.companytimeline.query.view;

import java.util.Map;

/// How many facts are in a group.
///
/// @param group by dimension; what is not known, or not asked for, is absent
public record Counted(Map<Dimension, String> group, long facts) {}
