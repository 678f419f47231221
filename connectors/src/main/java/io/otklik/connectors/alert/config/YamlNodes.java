package io.otklik.connectors.alert.config;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a tree of YAML nodes and gathers what is wrong with them. Nothing is constructed but
 * strings, lists and maps.
 */
final class YamlNodes {

    private final List<ConfigProblem> problems = new ArrayList<>();

    List<ConfigProblem> problems() {
        return problems;
    }

    /** The document's root; null, with a problem, if it is not YAML or empty. */
    Node parse(String yaml) {
        LoaderOptions bounds = new LoaderOptions();
        bounds.setMaxAliasesForCollections(10);
        try {
            Node root = new Yaml(bounds).compose(new StringReader(yaml));
            if (root == null) {
                problem(1, "The file is empty; name recipients and a default.");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problem(line, "This is not YAML: %s.".formatted(e.getProblem()));
        } catch (YAMLException e) {
            problem(1, "This is not YAML: %s.".formatted(e.getMessage()));
        }
        return null;
    }

    void problem(Node node, String sentence) {
        problem(node.getStartMark().getLine() + 1, sentence);
    }

    private void problem(int line, String sentence) {
        problems.add(new ConfigProblem(line, sentence));
    }

    /**
     * The members of a mapping in the file's order; empty, with a problem, if it is none.
     *
     * @param known the names that there are; null if any name will do
     */
    Map<String, Node> mapping(Node node, String what, Set<String> known) {
        Map<String, Node> members = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problem(node, "%s is a list of names with values, like name: value.".formatted(what));
            return members;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode(), "A name");
            if (name == null) {
                continue;
            }
            if (known != null && !known.contains(name)) {
                problem(
                        tuple.getKeyNode(),
                        "%s has no %s; there are %s."
                                .formatted(what, name, String.join(", ", sorted(known))));
            } else if (members.put(name, tuple.getValueNode()) != null) {
                problem(tuple.getKeyNode(), "%s stands twice; keep one.".formatted(name));
            }
        }
        return members;
    }

    /** A scalar's text; null, with a problem, if it is none or empty. */
    String text(Node node, String what) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        problem(node, "%s is one value and not empty.".formatted(what));
        return null;
    }

    /** One value or a list of them. */
    List<String> texts(Node node, String what) {
        List<String> texts = new ArrayList<>();
        for (Node one : items(node)) {
            String text = text(one, what);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The items of a list; a node that is no list is its own only item. */
    List<Node> items(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
