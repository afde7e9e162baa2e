/// What becomes of a posted event, whatever brought it and wherever the log lies.
@NullMarked
package org.companytimeline.ingest.accept;

import org.jspecify.annotations.NullMarked;
