package org.companytimeline.timeline.project;

/// Which log it is: a topic made anew has another id, even under the same name.
public record LogIdentity(String clusterId, String topicId) {}
