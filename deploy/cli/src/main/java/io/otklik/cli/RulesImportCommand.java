package io.otklik.cli;

import io.otklik.cli.policy.ImportFile;
import io.otklik.cli.topic.StateTopic;
import io.otklik.schemas.RuleBookVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;

/** Imports a rule book. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Put a rule book in force.",
        description =
                "Read a rule book (YAML; `otklik rules show` prints one) and send it to "
                        + "topic rule. It replaces the book in force; running jobs take it up at "
                        + "once. A book with a mistake is refused whole, its mistakes with their "
                        + "lines: a rule that does not keep its own examples is one. --book signals "
                        + "is the book of what speaks for a story being checked; in that the signals "
                        + "of the text stay at their places, and new ones are added behind.",
        footer = {
            "",
            "Examples:",
            "  otklik rules import --check messages.yaml",
            "  otklik rules import --kafka kafka1:9092 messages.yaml",
            "  otklik rules import --book signals signals.yaml"
        })
final class RulesImportCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;
    @Mixin private JsonOption json;

    @Mixin private RuleBookOption book;

    @Option(
            names = "--check",
            description =
                    "Only read the book and tell its mistakes, beside the one that comes along.")
    private boolean check;

    @Parameters(paramLabel = "FILE", description = "The rule book.")
    private Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String yaml = ImportFile.read(file);
        RuleBookKind kind = book.kind();
        if (check) {
            RuleBookKind.Checked read = checked(kind, yaml, kind.shippedYaml());
            spec.commandLine()
                    .getOut()
                    .printf(
                            "Rule book %s is in order: %d %s.%n",
                            read.version(), read.entries(), kind.entries());
            return 0;
        }
        // A book with a mistake of its own is refused before any stack is asked.
        checked(kind, yaml, yaml);
        StateTopic<RuleBookVersion> topic = StateTopic.ruleBooks(kafka.serversWithTopics(stack));
        RuleBookVersion inForce = topic.read().get(kind.bookId());
        boolean changed = inForce == null || !inForce.yaml().equals(yaml);
        RuleBookKind.Checked read =
                checked(kind, yaml, inForce == null ? kind.shippedYaml() : inForce.yaml());
        if (changed) {
            topic.send(
                    List.of(
                            new RuleBookVersion(
                                    kind.bookId(),
                                    read.version(),
                                    yaml,
                                    Instant.now().truncatedTo(ChronoUnit.MILLIS))));
        }
        ImportReport report = new ImportReport(spec, json, "rule book");
        report.print(changed ? 1 : 0, changed ? 0 : 1);
        return 0;
    }

    private RuleBookKind.Checked checked(RuleBookKind kind, String yaml, String inForce) {
        RuleBookKind.Checked read = kind.check(yaml, inForce);
        new ImportReport(spec, json, "rule book")
                .refuseIfWrong(
                        read.problems().stream()
                                .map(
                                        problem ->
                                                "%s:%d: %s"
                                                        .formatted(
                                                                file,
                                                                problem.line(),
                                                                problem.sentence()))
                                .toList());
        return read;
    }
}
