@NullMarked
package org.companytimeline.timeline;

import org.jspecify.annotations.NullMarked;
