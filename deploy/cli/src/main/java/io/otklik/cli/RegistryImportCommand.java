package io.otklik.cli;

import io.otklik.cli.policy.ImportFile;
import io.otklik.cli.registry.PageNames;
import io.otklik.cli.registry.RegistryFile;
import io.otklik.cli.registry.RegistryImport;
import io.otklik.cli.registry.RegistryMapping;
import io.otklik.cli.registry.RegistryReader;
import io.otklik.cli.topic.RecordWriter;
import io.otklik.cli.topic.StateTopic;
import io.otklik.connectors.platform.Pseudonymizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Imports a register of official pages. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Import a register of official pages, CSV or XLSX.",
        description =
                "Read a register of official pages (CSV or XLSX with a header) and send "
                        + "what is new or changed to topic registry.community. Pages that the file "
                        + "does not name stay in force; with --whole they no longer count in "
                        + "audience, scorecard and ratings from now on (they stay watched). CSV has "
                        + "commas, semicolons or tabs, in UTF-8 or Windows-1251. Columns: "
                        + "communityId, platform, url, name, agencyId, agencyName, level, sphere, "
                        + "municipality, region, timeZone, officialAuthors, status, validFrom, "
                        + "validTo, subscribers, reachWeek. validFrom and validTo are the first and "
                        + "last day on which the page counts. officialAuthors are accounts besides "
                        + "the page, such as vk:12345;vk:678@2026-01-01/2026-06-30; they are hashed "
                        + "with the key that the jobs hash authors with.",
        footer = {
            "",
            "Examples:",
            "  otklik registry import registry.csv",
            "  otklik registry import --check --mapping region.yaml official-pages.xlsx",
            "  otklik registry import --mapping region.yaml --skip-bad official-pages.xlsx",
            "  otklik registry import --mapping region.yaml --names names.csv --whole \\",
            "      official-pages.xlsx",
            "  otklik registry import --skip-bad --kafka kafka1:9092 \\",
            "      --author-key-file /run/secrets/author.key registry.csv"
        })
final class RegistryImportCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;
    @Mixin private JsonOption json;

    @Option(
            names = "--author-key-file",
            paramLabel = "FILE",
            description =
                    "The key of the authors' pseudonyms (default: the local stack's; with "
                            + "--kafka "
                            + Pseudonymizer.KEY_VARIABLE
                            + " or "
                            + Pseudonymizer.KEY_FILE_VARIABLE
                            + " of the environment).")
    private Path keyFile;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "YAML that names the file's column of each field (columns: {url: Ссылка, "
                            + "…}), what is the same in each line (constants:), what stands where "
                            + "nothing is (empty:), and what separates columns (delimiter:, if the "
                            + "header does not show it). An address or a number is enough to know a page.")
    private Path mapping;

    @Option(
            names = "--names",
            paramLabel = "FILE",
            description =
                    "CSV with lines like https://vk.com/zarechny,vk:-185 under the header "
                            + "url,communityId: the numbers of pages that a mapped register gives by "
                            + "name only. Names in addresses of the register that is "
                            + "in force are known without it; lines that stay unknown are listed.")
    private Path names;

    @Option(
            names = "--whole",
            description =
                    "The file is all of the register of its regions: pages that it does not "
                            + "name are taken out. Not with bad lines, for a page in one would be taken "
                            + "out.")
    private boolean whole;

    @Option(
            names = "--observed-at",
            paramLabel = "TIME",
            description =
                    "When the followers in columns subscribers and reachWeek were counted; "
                            + "sends them to topic audience. The same time again replaces what was sent.")
    private String observedAt;

    @Option(
            names = "--check",
            description =
                    "Only read the file and tell its mistakes; asks no Kafka, unless --kafka "
                            + "is given, whose register in force then tells numbers of pages too.")
    private boolean check;

    @Option(names = "--skip-bad", description = "Import the good lines even if others are bad.")
    private boolean skipBad;

    @Parameters(paramLabel = "FILE", description = "The register.")
    private Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (Path needed : Arrays.asList(mapping, names, file)) {
            if (needed != null) {
                ImportFile.present(needed);
            }
        }
        if (names != null && mapping == null) {
            throw CommandException.wrongInput("--names completes what --mapping reads.");
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        RegistryFile register =
                new RegistryReader(
                                check ? id -> id : pseudonymizer()::pseudonym,
                                now,
                                mapping == null ? null : RegistryMapping.read(mapping),
                                mapping == null ? null : names(),
                                observedAt == null
                                        ? null
                                        : TimeText.parse("--observed-at", observedAt))
                        .read(file);
        PrintWriter err = spec.commandLine().getErr();
        register.problems()
                .forEach(
                        problem ->
                                err.printf(
                                        "%s:%d: %s%n", file, problem.line(), problem.sentence()));
        int bad = register.badLines();
        if (check) {
            Checked checked =
                    new Checked(register.communities().size(), bad, register.withoutPage().size());
            print(checked, checked.sentence());
            return bad > 0 && !skipBad ? 2 : 0;
        }
        if (bad > 0 && whole) {
            throw CommandException.wrongInput(
                    "Nothing was imported: %s, and --whole would take out what stands there; mend the file."
                            .formatted(Counted.of(bad, "bad line")));
        }
        if (bad > 0 && !skipBad) {
            throw CommandException.wrongInput(
                    "Nothing was imported: %s of %d; mend the file or give --skip-bad."
                            .formatted(Counted.of(bad, "bad line"), register.lines()));
        }
        RegistryImport.Sent sent =
                new RegistryImport(StateTopic.communities(kafka.serversWithTopics(stack)))
                        .run(register.communities(), whole ? now : null);
        if (!register.audience().isEmpty()) {
            RecordWriter.audience(kafka.serversWithTopics(stack)).send(register.audience());
        }
        Summary summary =
                new Summary(
                        register.communities().size(),
                        sent.pages(),
                        register.communities().size() - sent.pages(),
                        sent.takenOut(),
                        bad,
                        register.withoutPage().size(),
                        register.audience().size());
        print(summary, summary.sentence());
        return 0;
    }

    private void print(Object figures, String sentence) {
        if (json.isGiven()) {
            JsonOption.print(spec.commandLine().getOut(), figures);
        } else {
            spec.commandLine().getOut().println(sentence);
        }
    }

    /** Of the register in force, and of the file. */
    private PageNames names() throws IOException {
        PageNames known =
                PageNames.of(
                        check && !kafka.isGiven()
                                ? List.of()
                                : StateTopic.communities(kafka.serversWithTopics(stack))
                                        .read()
                                        .values());
        return names == null ? known : known.and(names);
    }

    private Pseudonymizer pseudonymizer() {
        // The local jobs hash with the stack's key, whatever the environment says.
        Path chosen =
                keyFile != null || kafka.isGiven() ? keyFile : stack.stack().folder().authorKey();
        try {
            return Pseudonymizer.fromEnvironment(
                    chosen == null
                            ? System.getenv()
                            : Map.of(Pseudonymizer.KEY_FILE_VARIABLE, chosen.toString()));
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongInput(e.getMessage());
        }
    }

    private record Checked(int pages, int bad, int withoutPage) {
        String sentence() {
            return "In order: %s%s%s."
                    .formatted(
                            Counted.of(pages, "page"),
                            bad == 0 ? "" : "; " + Counted.of(bad, "bad line"),
                            withoutPage == 0
                                    ? ""
                                    : "; without a page: "
                                            + Counted.of(withoutPage, "organisation"));
        }
    }

    private record Summary(
            int pages,
            int sent,
            int unchanged,
            int takenOut,
            int bad,
            int withoutPage,
            int audience) {
        String sentence() {
            return "%s: %d sent, %d unchanged%s%s%s%s."
                    .formatted(
                            Counted.of(pages, "page"),
                            sent,
                            unchanged,
                            takenOut == 0 ? "" : "; %d taken out".formatted(takenOut),
                            bad == 0 ? "" : "; " + Counted.of(bad, "bad line"),
                            withoutPage == 0
                                    ? ""
                                    : "; without a page: "
                                            + Counted.of(withoutPage, "organisation"),
                            audience == 0 ? "" : "; followers of " + Counted.of(audience, "page"));
        }
    }
}
