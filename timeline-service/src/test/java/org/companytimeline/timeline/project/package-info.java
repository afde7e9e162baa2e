@NullMarked
package org.companytimeline.timeline.project;

import org.jspecify.annotations.NullMarked;
