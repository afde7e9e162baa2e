/// Subscriptions: one tail of new events for all, history from the read model, and connections that
/// take from both as fast as their sockets do.
@NullMarked
package org.companytimeline.query.stream;

import org.jspecify.annotations.NullMarked;
