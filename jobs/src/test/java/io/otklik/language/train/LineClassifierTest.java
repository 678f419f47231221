package io.otklik.language.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.language.MessageReader;
import io.otklik.language.answer.AnswerReader;
import io.otklik.language.routing.RoutingTable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LineClassifierTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final ZoneId OMSK = ZoneId.of("Asia/Omsk");

    private final LineClassifier classifier = classifier();

    @Test
    void aThreadOfMessagesIsDecided() throws IOException {
        assertThat(decide(message("1", null, "COMMUNITY", "Двор готов.")).path("kind").asText())
                .isEqualTo("official");
        ObjectNode appeal =
                decide(message("1_2", "1", "PERSON", "Когда почините фонарь у дома 5 на Южной?"));

        assertThat(appeal.path("kind").asText()).isEqualTo("appeal");
        assertThat(appeal.path("needsAnswer").asDouble()).isBetween(0.5, 1.0);
        assertThat(appeal.path("reasons").size()).isPositive();
        assertThat(appeal.path("modelVersion").asText()).startsWith("kinds-");
        assertThat(appeal.has("topic") && appeal.has("answersTo") && appeal.has("place")).isTrue();
    }

    @Test
    void anOfficialMessageSaysWhatItAnswersAndUntilWhen() throws IOException {
        decide(message("1", null, "COMMUNITY", "Двор готов."));
        decide(message("1_2", "1", "PERSON", "Когда почините фонарь у дома 5 на Южной?"));
        ObjectNode answer =
                decide(
                        message(
                                "1_3",
                                "1_2",
                                "COMMUNITY",
                                "Здравствуйте! Фонарь будет отремонтирован до 20.01.2024."));

        assertThat(answer.path("answersTo").asText()).isEqualTo("1_2");
        assertThat(answer.path("answerKind").asText()).isEqualTo("interim");
        assertThat(answer.path("promisedUntil").asText()).isEqualTo("2024-01-20");
    }

    @Test
    void aLineOfAWallIsDecidedAndItsLabelIsNotLookedAt() throws IOException {
        ObjectNode line =
                (ObjectNode)
                        JSON.readTree(
                                """
                                {"id":"2","type":"comment","date":"2024-01-01 10:00:00","post_id":"1","reply_to":null,"text":"Спасибо большое за праздник!","label":{"kind":"spam"}}""");

        decide(line);

        assertThat(line.path("decision").path("kind").asText()).isEqualTo("thanks");
        assertThat(line.path("label").path("kind").asText()).isEqualTo("spam");
    }

    @Test
    void aDeletionSaysNothing() throws IOException {
        ObjectNode line =
                (ObjectNode) JSON.readTree("{\"messageId\":\"1\",\"change\":\"DELETED\"}");

        decide(line);

        assertThat(line.get("decision").isNull()).isTrue();
    }

    @Test
    void whatIsNoMessageIsRefused() throws IOException {
        ObjectNode line = (ObjectNode) JSON.readTree("{\"text\":\"а\"}");
        List<String> why = new ArrayList<>();

        classifier.decide(List.of(line), (refused, reason) -> why.add(reason));

        assertThat(why).containsExactly("no id");
        assertThat(line.get("decision").isNull()).isTrue();
    }

    @Test
    void theOrderOfLinesDoesNotMatter() {
        List<ObjectNode> inOrder = thread();
        List<ObjectNode> reversed = thread();
        Collections.reverse(reversed);
        decide(inOrder);
        classifier().decide(reversed, LineClassifierTest::fail);
        Collections.reverse(reversed);

        assertThat(reversed).isEqualTo(inOrder);
        assertThat(inOrder.get(2).at("/decision/answersTo").asText()).isEqualTo("1_2");
    }

    @Test
    void aThreadToldLineByLineIsDecidedAsAtOnce() {
        List<ObjectNode> atOnce = thread();
        decide(atOnce);
        LineClassifier other = classifier();
        List<ObjectNode> lineByLine = thread();
        for (ObjectNode line : lineByLine) {
            other.decide(List.of(line), LineClassifierTest::fail);
        }

        assertThat(lineByLine).isEqualTo(atOnce);
    }

    @Test
    void aMessageIsNoContextOfItsOwnRepeatAndEdit() {
        ObjectNode first = message("1_2", "1", "PERSON", "Когда почините фонарь у дома 5?");
        ObjectNode repeated = first.deepCopy();
        ObjectNode edited = first.deepCopy();
        edited.put("change", "EDITED").put("editedAt", "2024-01-01T01:00:00Z");
        edited.put("text", "Когда почините фонарь у дома 6?");
        decide(List.of(first));
        decide(List.of(repeated));
        decide(List.of(edited));

        assertThat(repeated.get("decision")).isEqualTo(first.get("decision"));
        assertThat(edited.at("/decision/kind").asText()).isEqualTo("appeal");
    }

    @Test
    void daysAreThoseOfThePage() {
        String text = "Здравствуйте! Фонарь будет отремонтирован до конца дня.";
        ObjectNode here = answer(text, "2024-05-17T20:30:00Z");
        ObjectNode there = answer(text, "2024-05-17T20:30:00Z").put("timeZone", "Europe/London");
        decide(List.of(question(), here));
        classifier().decide(List.of(question(), there), LineClassifierTest::fail);

        assertThat(here.at("/decision/promisedUntil").asText()).isEqualTo("2024-05-18");
        assertThat(there.at("/decision/promisedUntil").asText()).isEqualTo("2024-05-17");
    }

    @Test
    void onlyWhatNeedsAnAnswerIsUrgent() {
        String text = "Пожар, есть угроза жизни, горит подъезд дома 5, помогите!";
        ObjectNode post = message("1", null, "COMMUNITY", text);
        ObjectNode appeal = message("1_2", "1", "PERSON", text);
        decide(List.of(post, appeal));

        assertThat(post.at("/decision/urgency").asText()).isEqualTo("normal");
        assertThat(appeal.at("/decision/urgency").asText()).isEqualTo("high");
    }

    private static List<ObjectNode> thread() {
        List<ObjectNode> thread = new ArrayList<>();
        thread.add(message("1", null, "COMMUNITY", "Двор готов."));
        thread.add(question());
        thread.add(answer("Здравствуйте! Починим до 20.01.2024.", "2024-01-01T00:02:00.000Z"));
        thread.add(
                message("1_4", "1_2", "PERSON", "Ждём")
                        .put("publishedAt", "2024-01-01T00:03:00.000Z"));
        return thread;
    }

    private static ObjectNode question() {
        return message("1_2", "1", "PERSON", "Когда почините фонарь у дома 5 на Южной?")
                .put("publishedAt", "2024-01-01T00:01:00.000Z");
    }

    private static ObjectNode answer(String text, String at) {
        return message("1_3", "1_2", "COMMUNITY", text).put("publishedAt", at);
    }

    private ObjectNode decide(ObjectNode line) {
        decide(List.of(line));
        return line.get("decision") instanceof ObjectNode decision ? decision : null;
    }

    private void decide(List<ObjectNode> lines) {
        classifier.decide(lines, LineClassifierTest::fail);
    }

    private static void fail(ObjectNode line, String why) {
        throw new AssertionError(line + ": " + why);
    }

    private static LineClassifier classifier() {
        return new LineClassifier(
                MessageReader.bundled(), AnswerReader.bundled(), RoutingTable.bundled(), OMSK);
    }

    private static ObjectNode message(String id, String parent, String author, String text) {
        return JSON.createObjectNode()
                .put("messageId", id)
                .put("platform", "VK")
                .put("type", parent == null ? "POST" : "COMMENT")
                .put("communityId", "c")
                .put("threadId", "1")
                .put("parentId", parent)
                .put("authorId", author)
                .put("authorKind", author)
                .put("text", text)
                .put("publishedAt", "2024-01-01T00:00:00.000Z")
                .put("observedAt", "2024-01-01T00:00:00.000Z")
                .put("change", "CREATED");
    }
}
