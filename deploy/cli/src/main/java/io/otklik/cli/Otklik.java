package io.otklik.cli;

import io.otklik.cli.bench.BenchCommand;
import io.otklik.cli.demo.DemoCommand;
import io.otklik.cli.language.ClassifyCommand;
import io.otklik.cli.language.EvaluateCommand;
import io.otklik.cli.language.RoutingCommand;
import io.otklik.cli.language.TrainCommand;
import io.otklik.connectors.kafka.Topics;
import io.otklik.local.LocalStackException;
import io.otklik.schemas.migration.Migrations;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.logging.LogManager;

/** Main class of the command. Exit codes: 0 done, 1 failed, 2 wrongly asked. */
@Command(
        name = "otklik",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Watches official pages, from platform events to answered appeals.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            MigrateCommand.class,
            SubmitCommand.class,
            RegistryCommand.class,
            PolicyCommand.class,
            CalendarCommand.class,
            RulesCommand.class,
            ClaimsCommand.class,
            VerdictCommand.class,
            ReplayCommand.class,
            AppealsCommand.class,
            ExportCommand.class,
            RatingCommand.class,
            ScorecardCommand.class,
            NotifyCommand.class,
            QueryCommand.class,
            ClassifyCommand.class,
            TrainCommand.class,
            RoutingCommand.class,
            EvaluateCommand.class,
            DemoCommand.class,
            BenchCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  otklik demo                                  the whole way on samples",
            "  otklik up                                    start the stack on this machine",
            "  otklik migrate && otklik submit              make the tables, start the jobs",
            "  otklik registry import registry.csv          say which pages are watched",
            "  otklik policy import policy.yaml             say by when they must answer",
            "  otklik replay --format vk callback.jsonl     send recorded events",
            "  otklik query \"SELECT count() FROM v_appeal\"  ask ClickHouse"
        })
public final class Otklik {

    private static final int HELP_WIDTH = 80;

    private Otklik() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        // Flyway and others would write to java.util.logging.
        LogManager.getLogManager().reset();
        int code = commandLine(out, err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** The whole command, for one execution. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Otklik())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler(Otklik::wronglyAsked)
                .setExecutionExceptionHandler(Otklik::failed);
    }

    private static int wronglyAsked(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .println(
                        sentence(e.getMessage())
                                + " See "
                                + command.getCommandSpec().qualifiedName()
                                + " --help.");
        return CommandException.WRONG_INPUT;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
        PrintWriter err = command.getErr();
        if (e instanceof CommandException known) {
            err.println(known.getMessage());
            return known.exitCode();
        }
        if (e instanceof LocalStackException
                || e instanceof Topics.TopicException
                || e instanceof Migrations.MigrationException) {
            err.println(e.getMessage());
            return CommandException.FAILED;
        }
        if (e instanceof InterruptedException) {
            err.println("Interrupted.");
            return CommandException.FAILED;
        }
        if (e instanceof NoSuchFileException missing) {
            err.println("There is no file " + missing.getFile() + '.');
            return CommandException.WRONG_INPUT;
        }
        if (e instanceof FileSystemException refused) {
            err.println(
                    "%s cannot be used: %s."
                            .formatted(
                                    refused.getFile(),
                                    refused.getReason() == null
                                            ? refused.getClass().getSimpleName()
                                            : refused.getReason()));
            return CommandException.FAILED;
        }
        if (e instanceof SocketTimeoutException) {
            err.println(
                    "No answer came in time (%s); see otklik status and run the command again."
                            .formatted(e.getMessage()));
            return CommandException.FAILED;
        }
        if (e instanceof ConnectException) {
            err.println("Nothing answers there (%s); see otklik status.".formatted(e.getMessage()));
            return CommandException.FAILED;
        }
        // A fault of the program: whoever mends it needs the whole of it.
        e.printStackTrace(err);
        return CommandException.FAILED;
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("?") ? text : text + '.';
    }
}
