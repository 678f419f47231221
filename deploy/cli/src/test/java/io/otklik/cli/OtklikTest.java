package io.otklik.cli;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every command, and how each answers to what is wrongly asked. */
class OtklikTest {

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> everyCommandHelpsWithExamplesThatItUnderstands() {
        return commands()
                .map(command -> DynamicTest.dynamicTest(name(command), () -> help(command)));
    }

    private static void help(CommandLine command) {
        List<String> words = new ArrayList<>(List.of(name(command).split(" ")));
        words.remove(0);
        words.add("--help");

        Run run = Run.of(words.toArray(String[]::new));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: " + name(command)).contains("Examples:");
        assertThat(run.out().substring(run.out().indexOf("Examples:")))
                .contains("  " + name(command));
    }

    @TestFactory
    Stream<DynamicTest> everyCommandHasASentenceThatFitsIntoTheListItStandsIn() {
        return commands()
                .map(command -> DynamicTest.dynamicTest(name(command), () -> headline(command)));
    }

    private static void headline(CommandLine command) {
        String[] header = command.getCommandSpec().usageMessage().header();
        assertThat(header).hasSize(1);
        assertThat(header[0]).matches("[A-Z][^.]*\\.");
        if (command.getParent() != null) {
            assertThat(command.getParent().getUsageMessage()).contains(header[0] + "\n");
        }
        // What is broken by hand is broken again by the terminal's edge.
        assertThat(command.getCommandSpec().usageMessage().footer())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
        assertThat(command.getCommandSpec().usageMessage().description())
                .allSatisfy(paragraph -> assertThat(paragraph).matches("(|.*[.:;])"));
        command.getCommandSpec()
                .args()
                .forEach(
                        one -> assertThat(one.description()).as(one.toString()).hasSizeLessThan(2));
    }

    @TestFactory
    Stream<DynamicTest> anUnknownOptionIsWronglyAsked() {
        return commands()
                .map(
                        command ->
                                DynamicTest.dynamicTest(
                                        name(command),
                                        () -> {
                                            List<String> words =
                                                    new ArrayList<>(
                                                            List.of(name(command).split(" ")));
                                            words.remove(0);
                                            words.add("--no-such-option");
                                            Run run = Run.of(words.toArray(String[]::new));
                                            assertThat(run.code()).isEqualTo(2);
                                            assertThat(run.out()).isEmpty();
                                            assertThat(run.err().lines()).hasSize(1);
                                            assertThat(run.err()).endsWith("--help.\n");
                                        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    registry                                     | Give import or list after registry.
                    policy                                       | Give import, list or show after policy.
                    policy import                                | Give a FILE or --profile NAME.
                    policy import --profile moon_2020            | There is no profile moon_2020; there are sevastopol_2020,
                    policy import no-such-file.yaml              | There is no file
                    policy show --shipped moon_2020              | There is no profile moon_2020;
                    calendar                                     | Give import or list after calendar.
                    calendar import no-such-file.xml             | There is no file
                    rules                                        | Give import or show after rules.
                    rules import no-such-file.yaml               | There is no file
                    up --kafka-port 99999                        | --kafka-port is a number from 1 to 65535, not 99999.
                    up --kafka-port many                         | Invalid value for option '--kafka-port': 'many' is not an int.
                    up --docker --kafka-port 19092               | Give no other option with --docker:
                    up --clickhouse sqlite                       | --clickhouse is engine or server, not sqlite.
                    up --clickhouse engine --clickhouse-url x    | Give --clickhouse or --clickhouse-url, not both.
                    replay x.jsonl                               | Missing required option: '--format=FORMAT'.
                    replay --format vk                           | Missing required parameter: 'FILE'.
                    replay --format icq x.jsonl                  | Invalid value for option '--format'
                    replay --format vk no-such-file.jsonl        | There is no file
                    query                                        | Missing required parameter: 'SQL'.
                    submit appeals --from /nonexistent           | There is no checkpoint or savepoint at /nonexistent.
                    submit appeals --job-option foo              | --job-option is KEY=VALUE, not foo.
                    submit everything                            | There is no job everything; there are normalize, appeals, incidents, response, misinformation, engagement, store.
                    """)
    void whatIsWronglyAskedGivesOneSentenceAndCode2(String line, String sentence) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        if (!List.of("registry", "policy", "calendar", "rules", "replay", "query")
                        .contains(words.get(0))
                || words.size() > 1) {
            words.addAll(List.of("--dir", folder.toString()));
        }

        Run run = Run.of(words.toArray(String[]::new));

        assertThat(run.err()).startsWith(sentence);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aFolderIsNoFile() {
        for (String line :
                List.of(
                        "registry import --check",
                        "claims import --check",
                        "replay --format vk",
                        "notify --check --recipients")) {
            List<String> words = new ArrayList<>(List.of(line.split(" ")));
            words.add(folder.toString());

            Run run = Run.of(words.toArray(String[]::new));

            assertThat(run.code()).as(line).isEqualTo(2);
            assertThat(run.err()).isEqualTo(folder + " is a folder; name a file in it.\n");
        }
    }

    @Test
    void timesAndSpeedsOfAReplayAreCheckedBeforeAnythingIsSent() throws IOException {
        String file = Files.writeString(folder.resolve("a.jsonl"), "{}\n").toString();

        assertThat(Run.of("replay", "--format", "vk", "--speed", "0", file).err())
                .isEqualTo("--speed is a number above 0 or max, not 0.\n");
        assertThat(Run.of("replay", "--format", "vk", "--from", "monday", file).err())
                .startsWith("--from is a day like 2026-10-05 (UTC)");
    }

    @ParameterizedTest
    @CsvSource({
        "query,SELECT 1",
        "registry,list",
        "policy,list",
        "calendar,list",
        "rules,show",
        "migrate,",
        "submit,"
    })
    void withoutAStackTheSentenceSaysHowToStartIt(String command, String argument) {
        List<String> words = new ArrayList<>(List.of(command));
        if (argument != null) {
            words.add(argument);
        }
        words.addAll(List.of("--dir", folder.toString()));
        if (command.equals("submit")) {
            words.addAll(List.of("--jar", jar()));
        }

        Run run = Run.of(words.toArray(String[]::new));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("The local stack is not up; start it by otklik up.\n");
    }

    @Test
    void aStackThatIsNotUpHasAStatusAndMayBeStopped() {
        Run status = Run.of("status", "--dir", folder.toString());
        assertThat(status.code()).isEqualTo(1);
        assertThat(status.out().lines()).hasSize(5);
        assertThat(status.out()).containsPattern("Flink TaskManager +stopped");

        Run json = Run.of("status", "--json", "--dir", folder.toString());
        assertThat(json.out()).contains("\"condition\" : \"STOPPED\"");

        Run down = Run.of("down", "--dir", folder.toString());
        assertThat(down.code()).isZero();
        assertThat(down.err()).isEqualTo("The stack is not up.\n");
    }

    private String jar() {
        try {
            return Files.writeString(folder.resolve("jobs.jar"), "").toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    /** The command and all below it. */
    private static Stream<CommandLine> commands() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return below(Otklik.commandLine(nowhere, nowhere));
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(OtklikTest::below));
    }
}
