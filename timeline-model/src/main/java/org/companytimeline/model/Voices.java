package org.companytimeline.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.companytimeline.event.Source;
import org.jspecify.annotations.Nullable;

/// The independent voices among sources: copies of one story count once. Two sources are one voice
/// if they have the same publisher (where none is given: the same host) or the same text, which is
/// the same title or the same address.
final class Voices {

    private static final String WORLD_WIDE_WEB = "www.";

    private final List<Integer> parents = new ArrayList<>();
    private final Map<String, Integer> byLabel = new HashMap<>();

    private Voices() {}

    /// How many voices these sources are.
    static int count(Collection<Source> sources) {
        Voices voices = of(sources);
        int count = 0;
        for (int i = 0; i < voices.parents.size(); i++) {
            count += voices.parents.get(i) == i ? 1 : 0;
        }
        return count;
    }

    /// The voice of each of these sources: a number from 0 on, in the order in which the voices are
    /// first heard.
    static List<Integer> numbers(Collection<Source> sources) {
        Voices voices = of(sources);
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Integer> bySource = new ArrayList<>();
        for (int i = 0; i < voices.parents.size(); i++) {
            int next = numbers.size();
            bySource.add(numbers.computeIfAbsent(voices.root(i), first -> next));
        }
        return bySource;
    }

    private static Voices of(Collection<Source> sources) {
        Voices voices = new Voices();
        sources.forEach(voices::add);
        return voices;
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
        String host = hostOf(source.url());
        if (source.publisher() != null) {
            labels.add("publisher " + Words.of(source.publisher()));
        } else if (host != null) {
            labels.add("host " + host);
        }
        if (source.title() != null) {
            labels.add("title " + Words.of(source.title()));
        }
        String page = source.url() == null ? null : pageOf(source.url());
        if (host != null && page != null) {
            labels.add("address " + host + page);
        }
        return labels;
    }

    /// In lower case without `www.`; null where there is none.
    private static @Nullable String hostOf(@Nullable URI url) {
        if (url == null || url.getHost() == null) {
            return null;
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith(WORLD_WIDE_WEB) ? host.substring(WORLD_WIDE_WEB.length()) : host;
    }

    /// The path without slashes at its end: query and fragment often tell only how a reader came
    /// there. Null for a start page, where they may tell all.
    private static @Nullable String pageOf(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return end == 0 ? null : path.substring(0, end);
    }
}
