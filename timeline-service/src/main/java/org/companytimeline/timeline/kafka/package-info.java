/// The log in Kafka: how it is made, checked, read and watched.
@NullMarked
package org.companytimeline.timeline.kafka;

import org.jspecify.annotations.NullMarked;
