/// What travels through Kafka: events, their parts, and the codec between them and JSON.
@NullMarked
package org.companytimeline.event;

import org.jspecify.annotations.NullMarked;
