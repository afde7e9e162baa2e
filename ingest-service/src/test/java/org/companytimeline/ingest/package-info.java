/// The service from outside, on a real broker.
@NullUnmarked
package org.companytimeline.ingest;

import org.jspecify.annotations.NullUnmarked;
