/// The pages for people: shells in HTML that hold no data, and the scripts and styles that fill
/// them from the public interface.
@NullMarked
package org.companytimeline.query.page;

import org.jspecify.annotations.NullMarked;
