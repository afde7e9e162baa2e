@NullMarked
package org.companytimeline.query.view;

import org.jspecify.annotations.NullMarked;
