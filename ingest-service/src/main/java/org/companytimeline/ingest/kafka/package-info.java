/// The edge towards the log: a Kafka topic.
@NullMarked
package org.companytimeline.ingest.kafka;

import org.jspecify.annotations.NullMarked;
