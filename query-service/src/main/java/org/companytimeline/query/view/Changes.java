package org.companytimeline.query.view;

import java.util.SortedMap;

/// What changed a company's timeline up to now.
///
/// @param lastOffsets the last offset in each partition that did; empty if no event mentions it
/// @param hasSameAs whether a fact on it says that two records are of the same company
public record Changes(SortedMap<Integer, Long> lastOffsets, boolean hasSameAs) {}
