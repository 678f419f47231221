package io.otklik.cli;

import io.otklik.cli.claim.ClaimEdit;
import io.otklik.cli.claim.ClaimFile;
import io.otklik.cli.claim.ReadClaims;
import io.otklik.cli.policy.ImportFile;
import io.otklik.cli.topic.StateTopic;
import io.otklik.schemas.Claim;
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
import java.util.Map;
import java.util.concurrent.Callable;

/** Imports claims. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Import claims that are or were checked.",
        description =
                "Read claims (CSV with a header: comma, semicolon or tab, UTF-8 or "
                        + "Windows-1251; or a JSON list) and send what is new or changed to topic "
                        + "claim; running jobs look for them from then on. Columns, as ClaimReview "
                        + "has them: claimId, text, variants, claimDate, author, location, "
                        + "firstAppearance, appearances, sources, rating, ratedAt, ratedBy, "
                        + "ratingReason, reviewUrl, refutedAt; the first two must be there. Lists "
                        + "are separated by |. A file with a mistake is refused whole.",
        footer = {
            "",
            "Examples:",
            "  otklik claims import --check claims.csv",
            "  otklik claims import --kafka kafka1:9092 claims.json"
        })
final class ClaimsImportCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;
    @Mixin private JsonOption json;

    @Option(names = "--check", description = "Only read the file and tell its mistakes.")
    private boolean check;

    @Parameters(paramLabel = "FILE", description = "The claims.")
    private Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ReadClaims read =
                new ClaimFile(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                        .read(ImportFile.readTable(file));
        ImportReport report = new ImportReport(spec, json, "claim");
        report.refuseIfWrong(
                read.problems().stream().map(problem -> file + ":" + problem).toList());
        if (check) {
            spec.commandLine()
                    .getOut()
                    .println("In order: " + Counted.of(read.claims().size(), "claim") + '.');
            return 0;
        }
        StateTopic<Claim> topic = StateTopic.claims(kafka.serversWithTopics(stack));
        Map<String, Claim> known = topic.read();
        List<Claim> changed =
                read.claims().stream()
                        .filter(claim -> !ClaimEdit.same(known.get(claim.claimId()), claim))
                        .toList();
        topic.send(changed);
        report.print(changed.size(), read.claims().size() - changed.size());
        return 0;
    }
}
