@NullMarked
package org.companytimeline.model;

import org.jspecify.annotations.NullMarked;
