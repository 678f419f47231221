package io.otklik.cli;

import picocli.CommandLine.Model.CommandSpec;

import java.util.List;

/** How an import ended, in a sentence or as JSON. */
final class ImportReport {

    private final CommandSpec spec;
    private final JsonOption json;
    private final String what;

    /**
     * @param what one of the things that are imported
     */
    ImportReport(CommandSpec spec, JsonOption json, String what) {
        this.spec = spec;
        this.json = json;
        this.what = what;
    }

    /** Prints what is wrong, a line each, and gives up if anything is. */
    void refuseIfWrong(List<String> problems) {
        problems.forEach(spec.commandLine().getErr()::println);
        if (!problems.isEmpty()) {
            throw CommandException.wrongInput(
                    "Nothing was imported: %s; mend %s."
                            .formatted(
                                    problems.size() == 1
                                            ? "1 thing is wrong"
                                            : problems.size() + " things are wrong",
                                    problems.size() == 1 ? "it" : "them"));
        }
    }

    void print(int sent, int unchanged) {
        if (json.isGiven()) {
            JsonOption.print(spec.commandLine().getOut(), new Counts(sent, unchanged));
        } else {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s: %d sent, %d unchanged.%n",
                            Counted.of(sent + unchanged, what), sent, unchanged);
        }
    }

    void warn(List<String> sentences) {
        sentences.forEach(spec.commandLine().getErr()::println);
    }

    private record Counts(int sent, int unchanged) {}
}
