/// From records of the log to rows of the read model: pure rules and the ports that the edges
/// implement. Knows neither Kafka nor JDBC.
@NullMarked
package org.companytimeline.timeline.project;

import org.jspecify.annotations.NullMarked;
