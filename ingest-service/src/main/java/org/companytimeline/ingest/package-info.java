/// The service that takes events over HTTP, checks them and writes them to the log.
@NullMarked
package org.companytimeline.ingest;

import org.jspecify.annotations.NullMarked;
