package io.otklik.connectors.alert.config;

import java.util.Comparator;
import java.util.List;

/** A configuration that cannot be used, with all its faults in the order of their lines. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    ConfigException(List<ConfigProblem> problems) {
        super("%d faults".formatted(problems.size()), null, false, false);
        this.problems =
                problems.stream().sorted(Comparator.comparingInt(ConfigProblem::line)).toList();
    }

    public List<ConfigProblem> problems() {
        return problems;
    }
}
