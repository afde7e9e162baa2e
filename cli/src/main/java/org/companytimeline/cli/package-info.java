/// The command line: starts a local stack, posts events, shows timelines.
@NullMarked
package org.companytimeline.cli;

import org.jspecify.annotations.NullMarked;
