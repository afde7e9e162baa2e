/// Two ways to read a topic in batches and drop what was read: a poll loop of its own, and SmallRye
/// Reactive Messaging. Which one runs is configured; what it saw is printed.
@NullMarked
package org.companytimeline.benchmarks.consumer;

import org.jspecify.annotations.NullMarked;
