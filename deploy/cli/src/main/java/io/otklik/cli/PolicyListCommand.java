package io.otklik.cli;

import io.otklik.cli.policy.KnownPolicies;
import io.otklik.schemas.SlaPolicy;
import io.otklik.servicelevel.files.Shipped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** Lists the policies that were imported. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "List the policies in force.",
        description =
                "The versions that were imported, and the shipped one that holds where "
                        + "none of them does.",
        footer = {"", "Examples:", "  otklik policy list", "  otklik policy list --json"})
final class PolicyListCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;
    @Mixin private JsonOption json;

    @Override
    public Integer call() {
        KnownPolicies known = new KnownPolicies(kafka.serversWithTopics(stack));
        List<SlaPolicy> policies = known.policies();
        PrintWriter out = spec.commandLine().getOut();
        if (json.isGiven()) {
            JsonOption.print(out, policies);
            return 0;
        }
        policies.forEach(policy -> out.println(PolicyText.line(policy, "")));
        SlaPolicy fallback = Shipped.defaultPolicy();
        out.println(PolicyText.line(fallback, " that none of them is for (shipped)"));
        out.println(Counted.of(policies.size(), "policy version") + " imported.");
        return 0;
    }
}
