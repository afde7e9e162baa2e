/// The edge towards publishers: media types, statuses, problems, streams.
@NullMarked
package org.companytimeline.ingest.http;

import org.jspecify.annotations.NullMarked;
