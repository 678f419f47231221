package io.otklik.cli;

import io.otklik.connectors.alert.channel.Channel;
import io.otklik.connectors.alert.channel.PrintingChannel;
import io.otklik.connectors.alert.config.AlertRouting;
import io.otklik.connectors.alert.delivery.Figures;
import io.otklik.connectors.alert.delivery.Notifier;
import io.otklik.connectors.alert.delivery.NotifierSettings;
import io.otklik.connectors.alert.kafka.MetricsEndpoint;
import io.otklik.connectors.alert.kafka.NotifierException;
import io.otklik.connectors.alert.kafka.NotifierLoop;
import io.otklik.connectors.alert.kafka.NotifierLoop.Mode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Sends alerts to people and systems. */
@Command(
        name = "notify",
        mixinStandardHelpOptions = true,
        header = "Send alerts to webhooks, Telegram chats and mailboxes.",
        description =
                "Send the alerts of topic alert to webhooks, Telegram chats and mailboxes, "
                        + "until stopped. Each recipient is told of an alert once, and once that it "
                        + "is over; what was sent is remembered in topic alert.delivery. Several "
                        + "instances share the work. Secrets come from the environment variables "
                        + "that the file names (OTKLIK_TELEGRAM_TOKEN, OTKLIK_SMTP_PASSWORD by "
                        + "default), or, with _FILE added to a name, from a file.",
        footer = {
            "",
            "Examples:",
            "  otklik notify --recipients recipients.yaml --check        is the file right?",
            "  otklik notify --recipients recipients.yaml --dry-run      what would be sent?",
            "  OTKLIK_TELEGRAM_TOKEN_FILE=/run/secrets/bot \\",
            "      otklik notify --recipients recipients.yaml",
            "  otklik notify --recipients recipients.yaml --kafka kafka1:9092 \\",
            "      --metrics-port 9250"
        })
final class NotifyCommand implements Callable<Integer> {

    private static final long STOP_SECONDS = 60;

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;

    @Option(
            names = "--recipients",
            required = true,
            paramLabel = "FILE",
            description = "Who is told of which alerts (YAML).")
    private Path file;

    @Option(names = "--check", description = "Only check the file.")
    private boolean check;

    @Option(
            names = "--dry-run",
            description =
                    "Print what would be sent now, send nothing and remember nothing. Needs no "
                            + "secrets and disturbs no instance that runs.")
    private boolean dryRun;

    @Option(
            names = "--once",
            description = "End when all alerts of this moment are read and sent, or put off.")
    private boolean once;

    @Option(
            names = "--max-age",
            paramLabel = "DURATION",
            defaultValue = "P1D",
            description =
                    "Alerts that were raised longer ago are counted and not sent, and for so "
                            + "long a message is tried (default: ${DEFAULT-VALUE}); like P1D or PT6H.")
    private String maxAge;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Serve figures to Prometheus on this port, at /metrics.")
    private Integer metricsPort;

    @Option(
            names = "--metrics-host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "On this address of the machine (default: ${DEFAULT-VALUE}); 0.0.0.0 in a "
                            + "container, where Prometheus asks from outside.")
    private String metricsHost;

    @Override
    public Integer call() throws IOException, InterruptedException {
        AlertRouting routing = RecipientsFile.read(file, spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        NotifierSettings settings = settings();
        if (check) {
            out.printf(
                    "%s is right: %s, %s.%n",
                    file,
                    Counted.of(routing.recipients().size(), "recipient"),
                    Counted.of(routing.routes().size(), "route"));
            return 0;
        }
        Channel channel =
                dryRun ? new PrintingChannel(out::print) : RecipientsFile.channels(routing);
        String servers = kafka.serversWithTopics(stack);
        Figures figures = new Figures();
        ExecutorService attempts =
                Executors.newFixedThreadPool(Math.min(routing.recipients().size(), 16));
        try (MetricsEndpoint metrics = metrics(figures)) {
            Notifier notifier =
                    new Notifier(
                            routing,
                            settings,
                            channel,
                            attempts,
                            Clock.systemUTC(),
                            figures,
                            this::log);
            run(new NotifierLoop(servers, mode(), notifier, this::log), metrics);
        } catch (NotifierException e) {
            throw CommandException.failed(e.getMessage(), e);
        } finally {
            attempts.shutdownNow();
        }
        log(new NotifySummary(dryRun, maxAge).sentence(figures::total));
        return 0;
    }

    /** Runs the loop so that a signal lets it write down what was sent. */
    private void run(NotifierLoop loop, MetricsEndpoint metrics) throws InterruptedException {
        Thread runner = Thread.currentThread();
        Thread onSignal =
                new Thread(
                        () -> {
                            loop.stop();
                            try {
                                runner.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        if (mode() == Mode.FOREVER) {
            log(
                    "Alerts are sent from now on"
                            + (metrics == null
                                    ? "."
                                    : "; figures on http://%s:%d/metrics."
                                            .formatted(metricsHost, metrics.port())));
        }
        try {
            loop.run();
        } finally {
            try {
                Runtime.getRuntime().removeShutdownHook(onSignal);
            } catch (IllegalStateException e) {
                // The signal came; the hook waits for this thread's end, and nothing is left to do.
                onSignal.interrupt();
            }
        }
    }

    private Mode mode() {
        if (dryRun) {
            return Mode.DRY_RUN;
        }
        return once ? Mode.ONCE : Mode.FOREVER;
    }

    private NotifierSettings settings() {
        try {
            return NotifierSettings.of(Duration.parse(maxAge));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw CommandException.wrongInput(
                    "--max-age is a duration above zero like P1D or PT6H, not %s."
                            .formatted(maxAge));
        }
    }

    private MetricsEndpoint metrics(Figures figures) throws IOException {
        if (metricsPort == null) {
            return null;
        }
        try {
            return new MetricsEndpoint(metricsHost, metricsPort, figures);
        } catch (BindException e) {
            throw CommandException.failed(
                    "Port %d of %s cannot be had; give another by --metrics-port or --metrics-host."
                            .formatted(metricsPort, metricsHost),
                    e);
        }
    }

    private void log(String line) {
        spec.commandLine()
                .getErr()
                .println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
