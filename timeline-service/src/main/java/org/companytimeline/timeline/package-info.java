/// The projection of the log onto the read model, as a service.
@NullMarked
package org.companytimeline.timeline;

import org.jspecify.annotations.NullMarked;
