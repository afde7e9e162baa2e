/// What operators see: where the projection stands, what was rejected, and whether all is well.
@NullMarked
package org.companytimeline.timeline.http;

import org.jspecify.annotations.NullMarked;
