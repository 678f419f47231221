package io.otklik.language.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.language.MessageReader;
import io.otklik.language.answer.AnswerReader;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LineClassifierTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LineClassifier classifier =
            new LineClassifier(MessageReader.bundled(), AnswerReader.bundled());

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

        classifier.decide(line);

        assertThat(line.path("decision").path("kind").asText()).isEqualTo("thanks");
        assertThat(line.path("label").path("kind").asText()).isEqualTo("spam");
    }

    @Test
    void aDeletionSaysNothing() throws IOException {
        ObjectNode line =
                (ObjectNode) JSON.readTree("{\"messageId\":\"1\",\"change\":\"DELETED\"}");

        classifier.decide(line);

        assertThat(line.get("decision").isNull()).isTrue();
    }

    @Test
    void whatIsNoMessageIsRefused() throws IOException {
        ObjectNode line = (ObjectNode) JSON.readTree("{\"text\":\"а\"}");

        assertThatThrownBy(() -> classifier.decide(line)).hasMessageContaining("no id");
    }

    private ObjectNode decide(ObjectNode line) {
        classifier.decide(line);
        return (ObjectNode) line.get("decision");
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
