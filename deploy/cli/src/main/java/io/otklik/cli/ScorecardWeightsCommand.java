package io.otklik.cli;

import io.otklik.cli.rating.Scorecard;
import io.otklik.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Puts other points in force. */
@Command(
        name = "weights",
        mixinStandardHelpOptions = true,
        header = "Put other points in force, or the shipped ones again.",
        description =
                "The scorecards of all days follow them from then on; earlier versions "
                        + "stay in table scorecard_step.",
        footer = {
            "",
            "Examples:",
            "  otklik scorecard weights our-scorecard.yaml",
            "  otklik scorecard weights"
        })
final class ScorecardWeightsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private ClickHouseOption clickHouse;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "YAML; the shipped scorecard.yaml explains the form.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        Scorecard scorecard = file == null ? Scorecard.shipped() : read(file);
        ClickHouseHttp http =
                new ClickHouseHttp(clickHouse.options(stack), ClickHouseOption.password());
        for (String statement : scorecard.sql(System.currentTimeMillis())) {
            http.line(statement);
        }
        spec.commandLine()
                .getOut()
                .printf("Действуют новые веса, ступеней: %d%n", scorecard.steps().size());
        return 0;
    }

    private static Scorecard read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Scorecard.read(in);
        } catch (YamlProblem e) {
            throw CommandException.wrongInput("%s: %s".formatted(file, e.getMessage()));
        }
    }
}
