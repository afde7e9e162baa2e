@NullMarked
package org.companytimeline.ingest.accept;

import org.jspecify.annotations.NullMarked;
