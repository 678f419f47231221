package io.otklik.jobs.scenarios;

import io.otklik.schemas.Community;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One folder of {@code deploy/samples/scenarios}. */
record Scenario(Path folder) {

    private static final Path ALL =
            Path.of(System.getProperty("otklik.home"), "deploy", "samples", "scenarios");

    /** Every scenario, by number. */
    static List<Scenario> all() {
        return numbered(ALL).stream().map(Scenario::new).toList();
    }

    /** What is fed and looked at one after the other: numbered folders, or else the folder. */
    List<ScenarioStep> steps() {
        List<Path> numbered = numbered(folder);
        return (numbered.isEmpty() ? List.of(folder) : numbered)
                .stream().map(ScenarioStep::new).toList();
    }

    boolean isInSteps() {
        return !numbered(folder).isEmpty();
    }

    /** The statement whose answer a file with expected rows holds. */
    String sql(Path expected) {
        String kind = expected.getFileName().toString().replace(".tsv", ".sql");
        return ScenarioStep.read(ALL.resolve("rows").resolve(kind))
                .replace("{page}", page())
                .replace("{scenario}", "scenario-" + this.toString().split("-")[0]);
    }

    /** The first page of the register. */
    String page() {
        return steps().stream()
                .flatMap(step -> step.register().stream())
                .map(Community::communityId)
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> numbered(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(step -> step.getFileName().toString().matches("\\d.*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
