@NullMarked
package org.companytimeline.event.words;

import org.jspecify.annotations.NullMarked;
