package org.companytimeline.query.view;

import java.util.UUID;
import org.companytimeline.event.CompanyId;

/// A recorded event on its way to subscribers.
///
/// @param key its place in recorded order
/// @param subject the company that it is about
/// @param type JSON name; of an unknown event its CloudEvents type in full
/// @param isKnown whether its type is known
/// @param body its JSON, as it is served
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record StreamedEvent(
        EventKey key, UUID id, CompanyId subject, String type, boolean isKnown, byte[] body) {}
