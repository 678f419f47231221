package io.otklik.cli;

import io.otklik.cli.policy.KnownPolicies;
import io.otklik.schemas.SlaPolicy;
import io.otklik.servicelevel.CalendarWarnings;
import io.otklik.servicelevel.files.Shipped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** Lists the policies that were imported. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "List the versions of policies that were imported, and the shipped one that holds where",
            "none of them does. Warns if a calendar's known years are about to end."
        },
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
        out.printf("%d policy versions imported.%n", policies.size());
        CalendarWarnings.at(Instant.now(), known.calendarsInForce().values())
                .forEach(spec.commandLine().getErr()::println);
        return 0;
    }
}
