package org.companytimeline.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.Source;

/// How many independent voices there are among sources: copies of one story count once. Two sources
/// are one voice if they have the same publisher (where none is given: the same host) or the same
/// title.
final class Voices {

    private final List<Integer> parents = new ArrayList<>();
    private final Map<String, Integer> byLabel = new HashMap<>();

    private Voices() {}

    static int count(Collection<Source> sources) {
        Voices voices = new Voices();
        sources.forEach(voices::add);
        int count = 0;
        for (int i = 0; i < voices.parents.size(); i++) {
            count += voices.parents.get(i) == i ? 1 : 0;
        }
        return count;
    }

    private void add(Source source) {
        int voice = parents.size();
        parents.add(voice);
        for (String label : labels(source)) {
            Integer same = byLabel.putIfAbsent(label, voice);
            if (same != null) {
                parents.set(root(same), root(voice));
            }
        }
    }

    private int root(int voice) {
        int root = voice;
        while (parents.get(root) != root) {
            parents.set(root, parents.get(parents.get(root)));
            root = parents.get(root);
        }
        return root;
    }

    private static List<String> labels(Source source) {
        List<String> labels = new ArrayList<>();
        URI url = source.url();
        if (source.publisher() != null) {
            labels.add("publisher " + Words.of(source.publisher()));
        } else if (url != null && url.getHost() != null) {
            labels.add("host " + url.getHost());
        }
        if (source.title() != null) {
            labels.add("title " + Words.of(source.title()));
        }
        return labels;
    }
}
