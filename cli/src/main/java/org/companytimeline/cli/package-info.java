/// The command line: starts a local stack, posts events, shows timelines, follows what is recorded,
/// exports it.
@NullMarked
package org.companytimeline.cli;

import org.jspecify.annotations.NullMarked;
