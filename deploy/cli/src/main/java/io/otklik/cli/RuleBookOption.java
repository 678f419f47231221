package io.otklik.cli;

import picocli.CommandLine.Option;

/** Which of the books on topic {@code rule} a command is about. */
final class RuleBookOption {

    @Option(
            names = "--book",
            paramLabel = "BOOK",
            defaultValue = "messages",
            description =
                    "messages: what a message says; signals: what speaks for a story being checked"
                            + " (default: ${DEFAULT-VALUE}).")
    private RuleBookKind kind;

    RuleBookKind kind() {
        return kind;
    }
}
