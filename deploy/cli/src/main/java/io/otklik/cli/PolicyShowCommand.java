package io.otklik.cli;

import io.otklik.cli.policy.KnownPolicies;
import io.otklik.schemas.SlaPolicy;
import io.otklik.servicelevel.files.Shipped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** Shows the terms of a policy. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = "Show the terms of a policy.",
        description =
                "Each version or one; what was not imported, and with --shipped anything, "
                        + "is shown as it comes with Otklik.",
        footer = {
            "",
            "Examples:",
            "  otklik policy show sevastopol_2020",
            "  otklik policy show sevastopol_2020@2 --json",
            "  otklik policy show --shipped bashkiria_2025"
        })
final class PolicyShowCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;
    @Mixin private JsonOption json;

    @Option(names = "--shipped", description = "Show the shipped profile; needs no Kafka.")
    private boolean shipped;

    @Parameters(paramLabel = "POLICY", description = "Name of the policy, or name@version.")
    private String name;

    @Override
    public Integer call() {
        List<SlaPolicy> versions = shipped ? shippedVersions() : known();
        PrintWriter out = spec.commandLine().getOut();
        if (json.isGiven()) {
            JsonOption.print(out, versions);
        } else {
            versions.forEach(version -> PolicyText.print(version, out));
        }
        return 0;
    }

    private List<SlaPolicy> shippedVersions() {
        if (!Shipped.PROFILES.contains(name)) {
            throw CommandException.wrongInput(
                    "There is no profile %s; there are %s."
                            .formatted(name, String.join(", ", Shipped.PROFILES)));
        }
        return List.of(Shipped.policy(name));
    }

    private boolean isAsked(SlaPolicy policy) {
        return policy.policyId().equals(name) || policy.versionId().equals(name);
    }

    private List<SlaPolicy> known() {
        List<SlaPolicy> versions =
                new KnownPolicies(kafka.serversWithTopics(stack))
                        .policies().stream().filter(this::isAsked).toList();
        if (!versions.isEmpty()) {
            return versions;
        }
        // The list names the shipped one that holds where none that was imported does.
        List<SlaPolicy> shippedOnes =
                Shipped.PROFILES.stream().map(Shipped::policy).filter(this::isAsked).toList();
        if (shippedOnes.isEmpty()) {
            throw CommandException.wrongInput(
                    "There is no policy %s; see otklik policy list; shipped are %s."
                            .formatted(name, String.join(", ", Shipped.PROFILES)));
        }
        return shippedOnes;
    }
}
