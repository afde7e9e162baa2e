@NullMarked
package org.companytimeline.mapping.records;

import org.jspecify.annotations.NullMarked;
