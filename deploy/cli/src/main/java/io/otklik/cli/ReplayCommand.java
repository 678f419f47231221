package io.otklik.cli;

import io.otklik.cli.policy.ImportFile;
import io.otklik.cli.replay.Replay;
import io.otklik.cli.replay.ReplayFormat;
import io.otklik.cli.replay.ReplayResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** Sends recorded platform events to their topic. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        header = "Send recorded events of a platform, at any speed.",
        description =
                "Send recorded events of a platform to its topic, at the pace at which "
                        + "they came or any other. A file holds JSON lines or one JSON document, "
                        + "packed by gzip or not; several files are merged by time. What is no JSON, "
                        + "or of another form, is sent as it is and becomes a dead letter. Each "
                        + "file's first hundred payloads are read as the job will read them: a "
                        + "warning says if none of them is of the format.",
        footer = {
            "",
            "Examples:",
            "  otklik replay --format vk vk-callback.jsonl",
            "  otklik replay --format telegram --speed 60 --from 2026-10-05 \\",
            "      --to 2026-10-06 updates.jsonl.gz",
            "  otklik replay --format message - < messages.jsonl"
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;
    @Mixin private JsonOption json;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description =
                    "Whose events they are: ${COMPLETION-CANDIDATES} (message, audience: Otklik's own).")
    private ReplayFormat format;

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            defaultValue = "max",
            description = "How many times faster than they came (default: ${DEFAULT-VALUE}).")
    private String speed;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Leave out what came before, such as 2026-10-05 or 2026-10-05T06:00:00+03:00.")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Leave out what came then or later.")
    private String to;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files; - is standard input.")
    private List<String> files;

    @Override
    public Integer call() throws IOException, InterruptedException {
        long total = totalBytes();
        Replay replay = new Replay(format, files, speed(), time("--from", from), time("--to", to));
        String servers = kafka.serversWithTopics(stack);
        var err = spec.commandLine().getErr();
        ReplayResult result;
        try (ProgressBar bar = new ProgressBar(err, total)) {
            result = replay.run(servers, bar::at, bar::say);
        }
        if (json.isGiven()) {
            JsonOption.print(spec.commandLine().getOut(), result);
        } else {
            spec.commandLine().getOut().println(result.sentence());
        }
        if (format == ReplayFormat.OK || format == ReplayFormat.MAX) {
            err.printf("No job reads %s yet: the records wait there.%n", result.topic());
        }
        return result.tooLarge() == 0 ? 0 : CommandException.FAILED;
    }

    /** Bytes of all files; 0 if standard input is among them. */
    private long totalBytes() throws IOException {
        long total = 0;
        for (String file : files) {
            if (file.equals("-")) {
                return 0;
            }
            Path path = ImportFile.present(Path.of(file));
            if (!Files.isReadable(path)) {
                throw CommandException.wrongInput("%s may not be read.".formatted(path));
            }
            total += Files.size(path);
        }
        return total;
    }

    private double speed() {
        try {
            return Replay.parseSpeed(speed);
        } catch (NumberFormatException e) {
            throw CommandException.wrongInput(
                    "--speed is a number above 0 or max, not %s.".formatted(speed));
        }
    }

    private static Instant time(String option, String text) {
        return text == null ? null : TimeText.parse(option, text);
    }
}
