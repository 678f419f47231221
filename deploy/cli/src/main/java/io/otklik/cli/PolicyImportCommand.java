package io.otklik.cli;

import io.otklik.cli.policy.ImportFile;
import io.otklik.cli.policy.KnownPolicies;
import io.otklik.cli.policy.PolicyImport;
import io.otklik.servicelevel.CalendarWarnings;
import io.otklik.servicelevel.files.Shipped;
import picocli.CommandLine;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Imports policies. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Import policies, from files or shipped profiles.",
        description =
                "Read policies (YAML, see docs/service-level.md) and send what is new to "
                        + "topic policy.sla. Running jobs take them up at once: appeals whose clock "
                        + "starts within a version's dates are held to it, open ones keep theirs. "
                        + "Nothing is sent if anything is wrong. Shipped profiles: sevastopol_2020, "
                        + "crimea_2020, bashkiria_2025, yaroslavl_24h, sakhalin_24h, ulyanovsk_8h, "
                        + "federal_2018_24h (which holds where no other does).",
        footer = {
            "",
            "Examples:",
            "  otklik policy import policy.yaml",
            "  otklik policy import --profile sevastopol_2020 --profile crimea_2020",
            "  otklik policy import --retroactive june.yaml     June under another policy"
        })
final class PolicyImportCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;
    @Mixin private JsonOption json;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Import a shipped profile; may be given more than once.")
    private List<String> profiles = List.of();

    @Option(
            names = "--retroactive",
            description =
                    "Let a version begin in the past although appeals since then are held to another.")
    private boolean retroactive;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files with policies.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (files.isEmpty() && profiles.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Give a FILE or --profile NAME.");
        }
        for (String profile : profiles) {
            if (!Shipped.PROFILES.contains(profile)) {
                throw CommandException.wrongInput(
                        "There is no profile %s; there are %s."
                                .formatted(profile, String.join(", ", Shipped.PROFILES)));
            }
        }
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(ImportFile.read(file));
        }
        KnownPolicies known = new KnownPolicies(kafka.serversWithTopics(stack));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        PolicyImport read =
                new PolicyImport(
                        known.policies(), known.calendarsInForce().keySet(), now, retroactive);
        profiles.forEach(profile -> read.add(profile, Shipped.policyText(profile)));
        for (int i = 0; i < files.size(); i++) {
            read.add(files.get(i).toString(), texts.get(i));
        }
        ImportReport report = new ImportReport(spec, json, "policy version");
        report.refuseIfWrong(read.problems());
        known.send(read.changed());
        report.print(read.changed().size(), read.unchanged());
        report.warn(CalendarWarnings.at(now, known.calendarsOf(read.changed())));
        return 0;
    }
}
