/// Clients to copy from. Each is whole with what it uses of this package, and uses nothing else of
/// Company Timeline.
@NullMarked
package org.companytimeline.examples;

import org.jspecify.annotations.NullMarked;
