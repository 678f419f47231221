package io.otklik.cli;

import io.otklik.cli.topic.StateTopic;
import io.otklik.schemas.RuleBookVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Prints a rule book. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = "Print the rule book in force.",
        description = "The imported one, else the one that comes along.",
        footer = {
            "",
            "Examples:",
            "  otklik rules show > messages.yaml",
            "  otklik rules show --book signals --shipped"
        })
final class RulesShowCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;

    @Mixin private RuleBookOption book;

    @Option(names = "--shipped", description = "The book that comes along; asks no stack.")
    private boolean shipped;

    @Override
    public Integer call() {
        RuleBookVersion imported =
                shipped
                        ? null
                        : StateTopic.ruleBooks(kafka.serversWithTopics(stack))
                                .read()
                                .get(book.kind().bookId());
        spec.commandLine()
                .getOut()
                .print(imported == null ? book.kind().shippedYaml() : imported.yaml());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
