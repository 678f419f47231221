package io.otklik.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.cli.replay.DisturbedFile;
import io.otklik.local.Part;
import io.otklik.schemas.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample stream through the whole stack: undisturbed, and with everything going wrong. */
class MainWayE2ECase {

    private static final Path DATA =
            Path.of(System.getProperty("otklik.home"), "deploy", "samples", "data");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Map<String, String> STREAMS =
            Map.of(
                    "vk", "vk-callback.jsonl",
                    "telegram", "telegram-updates.jsonl",
                    "message", "ok-messages.jsonl");

    /**
     * What a row says of facts, over all rows, whatever their order: not its version, nor what the
     * wall clock tells of terms meanwhile.
     */
    private static final String ROWS_AND_HASH =
            """
            SELECT count(), hex(groupBitXor(cityHash64(appeal_id, thread_id, community_id,
                community_name, agency_id, url, author_id, text, published_at, status, reasons,
                answers, first_answer_id, first_answer_at, first_answer_text,
                first_response_millis)))
            FROM v_appeal
            """;

    @TempDir Path folder;

    @Test
    void disorderDuplicatesAndKillsChangeNothing() throws Exception {
        String undisturbed = run("undisturbed", List.of());
        String disturbed =
                run("disturbed", List.of(kill(Part.TASKMANAGER), kill(Part.TASKMANAGER)));
        String everyPart =
                run(
                        "every-part",
                        List.of(
                                kill(Part.JOBMANAGER),
                                kill(Part.CLICKHOUSE),
                                kill(Part.KAFKA),
                                TestStack::cutPower));

        System.out.println("undisturbed:       " + undisturbed);
        System.out.println("disturbed:         " + disturbed);
        System.out.println("every part killed: " + everyPart);
        assertThat(disturbed).isEqualTo(undisturbed);
        assertThat(everyPart).isEqualTo(undisturbed);
    }

    /**
     * @param blows what happens while the jobs work, one after the other; with them the streams
     *     come in disorder and with duplicates
     */
    private String run(String name, List<Blow> blows) throws Exception {
        boolean disturb = !blows.isEmpty();
        Iterator<Blow> next = blows.iterator();
        Path key = folder.resolve("author.key");
        if (!Files.exists(key)) {
            Files.writeString(key, "the same key for both runs of this test");
        }
        Path own = folder.resolve(name);
        Files.createDirectories(own.resolve("secrets"));
        Files.copy(key, own.resolve("secrets").resolve("author.key"));
        try (TestStack stack = new TestStack(own)) {
            stack.run("registry", "import", DATA.resolve("registry.csv").toString());
            for (Map.Entry<String, String> stream : STREAMS.entrySet()) {
                Path file = DATA.resolve(stream.getValue());
                if (disturb) {
                    file = DisturbedFile.write(file, stream.getKey(), folder);
                }
                stack.run("replay", "--speed", "max", "--format", stream.getKey(), file.toString());
                if (next.hasNext()) {
                    strike(stack, next.next());
                }
            }
            while (next.hasNext()) {
                strike(stack, next.next());
            }
            stack.awaitWorkedThrough(PATIENCE);
            if (!disturb) {
                assertEqualsTheOracle(stack);
            }
            return stack.query(ROWS_AND_HASH);
        }
    }

    /** What may happen to a stack. */
    private interface Blow {
        void strike(TestStack stack) throws InterruptedException;
    }

    private static Blow kill(Part part) {
        return stack -> stack.kill(part);
    }

    private static void strike(TestStack stack, Blow blow) throws InterruptedException {
        Thread.sleep(2_000);
        blow.strike(stack);
    }

    private static void assertEqualsTheOracle(TestStack stack) throws Exception {
        JsonNode expected = Json.MAPPER.readTree(DATA.resolve("expected.json").toFile());
        assertThat(stack.query("SELECT count() FROM v_message"))
                .isEqualTo(expected.path("messages").asText());
        assertThat(
                        stack.query(
                                "SELECT count(), countIf(is_answered), countIf(is_open),"
                                        + " count(first_response_millis), toInt64(quantileExactInclusive(0.5)(first_response_millis))"
                                        + " FROM v_appeal"))
                .isEqualTo(
                        String.join(
                                "\t",
                                expected.path("appeals").asText(),
                                expected.path("answered").asText(),
                                Long.toString(
                                        expected.path("unanswered").asLong()
                                                + expected.path("reopened").asLong()
                                                + expected.path("inWork").asLong()),
                                expected.path("responded").asText(),
                                expected.path("medianResponseMillis").asText()));
        assertThat(stack.query("SELECT countIf(NOT ignored), countIf(ignored) FROM v_dead_letter"))
                .isEqualTo(
                        expected.path("deadLetters").asText()
                                + "\t"
                                + expected.path("ignoredEvents").asText());
    }
}
