@NullMarked
package org.companytimeline.query.http;

import org.jspecify.annotations.NullMarked;
