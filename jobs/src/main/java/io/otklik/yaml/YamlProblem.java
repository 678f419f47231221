package io.otklik.yaml;

/** A YAML file that does not say what it must; the message names the line and what to write. */
public final class YamlProblem extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String sentence;

    public YamlProblem(int line, String sentence) {
        super("line " + line + ": " + sentence);
        this.line = line;
        this.sentence = sentence;
    }

    /** Without the line. */
    public String sentence() {
        return sentence;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }
}
