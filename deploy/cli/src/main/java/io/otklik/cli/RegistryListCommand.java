package io.otklik.cli;

import io.otklik.cli.topic.StateTopic;
import io.otklik.schemas.Community;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.concurrent.Callable;

/** Lists the official pages that are watched. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "List the official pages that are watched.",
        footer = {"", "Examples:", "  otklik registry list", "  otklik registry list --json"})
final class RegistryListCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;
    @Mixin private JsonOption json;

    @Override
    public Integer call() {
        Collection<Community> pages =
                StateTopic.communities(kafka.serversWithTopics(stack)).read().values();
        PrintWriter out = spec.commandLine().getOut();
        if (json.isGiven()) {
            JsonOption.print(out, pages);
            return 0;
        }
        for (Community page : pages) {
            out.printf(
                    "%-28s %-40s %s (%s)%s%s%n",
                    page.communityId(),
                    page.name(),
                    page.agencyName(),
                    page.agencyId(),
                    page.officialAuthors().isEmpty()
                            ? ""
                            : " (and %s)"
                                    .formatted(
                                            Counted.of(page.officialAuthors().size(), "account")),
                    page.validTo() == null ? "" : " (until %s)".formatted(page.validTo()));
        }
        out.println(Counted.of(pages.size(), "page") + '.');
        return 0;
    }
}
