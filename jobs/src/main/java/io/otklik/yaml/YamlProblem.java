package io.otklik.yaml;

/** A YAML file that does not say what it must; the message names the line and what to write. */
public final class YamlProblem extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;

    public YamlProblem(int line, String message) {
        super("line " + line + ": " + message);
        this.line = line;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }
}
