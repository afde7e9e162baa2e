@NullMarked
package org.companytimeline.cli;

import org.jspecify.annotations.NullMarked;
