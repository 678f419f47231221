package io.otklik.yaml;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file that knows its line. Scalars are texts, as they stand in the file. */
public sealed interface YamlNode {

    int line();

    /** A text; null where nothing stands. */
    record Scalar(int line, String text) implements YamlNode {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    record Mapping(int line, Map<String, Member> members) implements YamlNode {}

    /**
     * A value by name.
     *
     * @param line the name's
     */
    record Member(int line, YamlNode value) {}
}
