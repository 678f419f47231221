package io.otklik.cli;

import io.otklik.cli.policy.ImportFile;
import io.otklik.cli.topic.StateTopic;
import io.otklik.language.rules.ReadRuleBook;
import io.otklik.language.rules.RuleBookYaml;
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
        description = {
            "Read a rule book (YAML; `otklik rules show` prints one) and send it to topic rule. It",
            "replaces the book in force; running jobs take it up at once. A book with a mistake is",
            "refused whole, each mistake with its line: a rule that does not keep its own examples",
            "is one."
        },
        footer = {
            "",
            "Examples:",
            "  otklik rules import --check messages.yaml",
            "  otklik rules import --kafka kafka1:9092 messages.yaml"
        })
final class RulesImportCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;
    @Mixin private JsonOption json;

    @Option(names = "--check", description = "Only read the book and tell its mistakes.")
    private boolean check;

    @Parameters(paramLabel = "FILE", description = "The rule book.")
    private Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String yaml = ImportFile.read(file);
        ReadRuleBook read = RuleBookYaml.read(yaml);
        ImportReport report = new ImportReport(spec, json, "rule book");
        report.refuseIfWrong(
                read.problems().stream()
                        .map(
                                problem ->
                                        "%s:%d: %s"
                                                .formatted(
                                                        file, problem.line(), problem.sentence()))
                        .toList());
        if (check) {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "Rule book %s is in order: %d rules.%n",
                            read.book().version(), read.book().rules().size());
            return 0;
        }
        StateTopic<RuleBookVersion> topic = StateTopic.ruleBooks(kafka.serversWithTopics(stack));
        RuleBookVersion inForce = topic.read().get(RuleBookVersion.MESSAGES);
        boolean changed = inForce == null || !inForce.yaml().equals(yaml);
        if (changed) {
            topic.send(
                    List.of(
                            new RuleBookVersion(
                                    RuleBookVersion.MESSAGES,
                                    read.book().version(),
                                    yaml,
                                    Instant.now().truncatedTo(ChronoUnit.MILLIS))));
        }
        report.print(changed ? 1 : 0, changed ? 0 : 1);
        return 0;
    }
}
