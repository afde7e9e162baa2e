package org.companytimeline.mapping.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads one YAML document.
public final class YamlReader {

    /// Characters of a document.
    public static final int MOST_CHARACTERS = 1024 * 1024;

    private static final int MOST_LEVELS = 30;
    private static final int MOST_PARTS = 100_000;

    private final MappingFaults faults;
    private int parts;

    private YamlReader(MappingFaults faults) {
        this.faults = faults;
    }

    /// The document; null where it can't be read, which is told among the faults.
    public static @Nullable Part read(String yaml, MappingFaults faults) {
        At top = new At("", 1);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(MOST_LEVELS);
        try {
            Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (node == null) {
                faults.add(top, "is empty; write a mapping");
                return null;
            }
            return new YamlReader(faults).part(node, top, 0);
        } catch (MarkedYAMLException unread) {
            Mark mark = unread.getProblemMark();
            faults.add(
                    new At("", mark == null ? 1 : mark.getLine() + 1),
                    "is no YAML that can be read: " + unread.getProblem());
        } catch (YAMLException unread) {
            faults.add(top, "is no YAML that can be read: " + unread.getMessage());
        }
        return null;
    }

    private @Nullable Part part(Node node, At at, int level) {
        parts++;
        if (level > MOST_LEVELS || parts > MOST_PARTS) {
            if (faults.isEmpty()) {
                faults.add(at, "is too deep or too large; look for an alias that repeats itself");
            }
            return null;
        }
        return switch (node) {
            case ScalarNode scalar -> new Part.Text(at, scalar.getValue());
            case SequenceNode sequence -> items(sequence, at, level);
            case MappingNode mapping -> members(mapping, at, level);
            default -> throw new IllegalStateException("YAML has no " + node.getNodeId());
        };
    }

    private Part items(SequenceNode sequence, At at, int level) {
        List<Part> items = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            Part item = part(node, at.item(items.size(), line(node)), level + 1);
            if (item != null) {
                items.add(item);
            }
        }
        return new Part.Items(at, List.copyOf(items));
    }

    private Part members(MappingNode mapping, At at, int level) {
        Map<String, Part> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(at, "has a name that is no text");
                continue;
            }
            At place = at.member(key.getValue(), line(key));
            Part value = part(tuple.getValueNode(), place, level + 1);
            if (value != null && members.put(key.getValue(), value) != null) {
                faults.add(place, "stands here twice; take one away");
            }
        }
        return new Part.Members(at, members);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
