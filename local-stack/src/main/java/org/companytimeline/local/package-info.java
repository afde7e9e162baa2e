/// Real Kafka and PostgreSQL without Docker, as child processes of this JVM.
@NullMarked
package org.companytimeline.local;

import org.jspecify.annotations.NullMarked;
