@NullMarked
package org.companytimeline.timeline.postgres;

import org.jspecify.annotations.NullMarked;
