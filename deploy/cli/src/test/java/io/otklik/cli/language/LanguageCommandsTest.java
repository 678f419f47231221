package io.otklik.cli.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.otklik.cli.Run;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code train}, {@code evaluate} and {@code classify} on a small wall written for this test. */
class LanguageCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String[] STREETS = {
        "Лесной", "Садовой", "Мира", "Речной", "Полевой", "Южной", "Озёрной", "Школьной", "Новой"
    };

    @TempDir static Path folder;

    private static Path wall;
    private static Path written;
    private static Path model;
    private static Run trained;

    @BeforeAll
    static void trainOnce() throws IOException {
        wall = Files.writeString(folder.resolve("wall.jsonl"), wall());
        written = Files.createDirectory(folder.resolve("written"));
        model = folder.resolve("model");
        trained = train(model);
    }

    @Test
    void theSameFilesGiveTheSameChecksums() {
        Run again = train(folder.resolve("again"));
        assertThat(trained.code()).isZero();
        assertThat(trained.out()).contains("36 labelled messages of 9 threads, 0 written ones.");
        assertThat(checksums(trained)).hasSize(3).isEqualTo(checksums(again));
        assertThat(checksums(trained)).allMatch(sum -> sum.matches("[0-9a-f]{64}"));
    }

    @Test
    void evaluatesKindsOnThreadsThatItHasNotLearned() throws IOException {
        Run run = evaluate("--folds", "3", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode figures = JSON.readTree(run.out());
        assertThat(figures.at("/model/messages").asInt()).isEqualTo(36);
        assertThat(figures.at("/model/accuracy").asDouble()).isGreaterThan(0.9);
        assertThat(figures.has("key words")).isTrue();
    }

    @Test
    void asksATrainedModelAsItIs() {
        Run run = evaluate("--model", model.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("needs an answer", "key words", "is \\ found");
        assertThat(run.out()).doesNotContain("plain regression");
    }

    @Test
    void doesNotLearnFromWhatItAsksAbout() throws IOException {
        Path copy = Files.copy(wall, folder.resolve("copy.jsonl"));
        Run same = evaluate("--train", copy.toString());
        assertThat(same.code()).isEqualTo(2);
        assertThat(same.err())
                .contains("9 threads are asked about and were not learned from.")
                .contains("no labelled message to train on");
        Run topics = evaluate("--part", "topics", "--train", wall.toString());
        assertThat(topics.code()).isEqualTo(2);
    }

    @Test
    void evaluatesAnswersAsLabelledAndAsDecided() throws IOException {
        Run run = evaluate("--part", "answers", "--folds", "3", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode figures = JSON.readTree(run.out());
        assertThat(figures.at("/kinds as labelled/labelled").asInt()).isEqualTo(9);
        assertThat(figures.at("/kinds as labelled/matched").asInt()).isEqualTo(9);
        assertThat(figures.at("/kinds as decided/labelled").asInt()).isEqualTo(9);
        assertThat(figures.at("/kinds as decided/matched").asInt()).isPositive();
    }

    @Test
    void evaluatesTopicsBySource() throws IOException {
        Run run = evaluate("--part", "topics", "--folds", "2", "--json");
        assertThat(run.code()).isZero();
        JsonNode source = JSON.readTree(run.out()).get(0);
        assertThat(source.get("source").asText()).isEqualTo("wall");
        assertThat(source.get("texts").asInt()).isEqualTo(9);
        assertThat(source.get("groupAccuracy").asDouble()).isGreaterThan(0.9);
        assertThat(source.has("topicAccuracy")).isFalse();
    }

    @Test
    void printsTopicFiguresForPeople() {
        Run run = evaluate("--part", "topics", "--trained");
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("wall +9 +[01]\\.\\d{3} +[01]\\.\\d{3} +0 +– +–");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinds", "answers", "topics"})
    void measuresWhatItCanReadAndTellsTheRest(String part) throws IOException {
        List<String> lines = new ArrayList<>(wall().lines().toList());
        lines.add(lines.size() / 2, "half a line");
        lines.add(3, "{\"id\":\"x\",\"text\":\"?\",\"label\":{\"kind\":\"joke\"}}");
        Path odd = Files.write(folder.resolve("odd-" + part + ".jsonl"), lines);

        Run run = Run.of("evaluate", "--part", part, "--model", model.toString(), odd.toString());
        Run whole = evaluate("--part", part, "--model", model.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out().replace("odd-" + part, "wall")).isEqualTo(whole.out());
        assertThat(run.err())
                .contains(odd + ", line 4: «joke» is no kind")
                .contains(odd + ", line 24: Unrecognized token")
                .endsWith("2 lines are no labelled message and were not measured.\n");
    }

    @Test
    void trainsOnNoFileWithAnOddLine() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.jsonl"), wall() + "half a line\n");

        Run run =
                Run.of(
                        "train",
                        "--written",
                        written.toString(),
                        "--out",
                        folder.resolve("none").toString(),
                        odd.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("odd.jsonl, line 46: Unrecognized token");
    }

    @Test
    void refusesATableThatTellsNoTopics() throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");
        Run run = Run.of("evaluate", "--part", "topics", table.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("none of the known tables of appeals");
    }

    @Test
    void refusesToMeasureWhereNothingIsLabelled() throws IOException {
        Path bare =
                Files.writeString(
                        folder.resolve("bare.jsonl"),
                        "{\"id\":\"1\",\"type\":\"post\",\"text\":\"Новости\"}\n");
        Run run = Run.of("evaluate", bare.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no labelled message");
    }

    @Test
    void classifiesAWholeThreadAndKeepsEachLine() throws IOException {
        Run run =
                classify(
                        """
                        {"messageId":"vk:-1_2","type":"POST","threadId":"vk:-1_2","communityId":"vk:-1","authorId":"vk:-1","authorKind":"COMMUNITY","text":"О ремонте дорог","extra":7}
                        {"messageId":"vk:-1_2_3","type":"COMMENT","threadId":"vk:-1_2","parentId":"vk:-1_2","communityId":"vk:-1","authorId":"p1","authorKind":"PERSON","text":"Когда починят дорогу на Заречной?"}
                        {"messageId":"vk:-1_2_4","type":"COMMENT","threadId":"vk:-1_2","parentId":"vk:-1_2","communityId":"vk:-1","authorId":"p2","authorKind":"PERSON","text":"Спасибо большое!"}
                        """);
        assertThat(run.code()).isZero();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).get("extra").asInt()).isEqualTo(7);
        assertThat(lines.get(0).at("/decision/kind").asText()).isEqualTo("official");
        assertThat(lines.get(1).at("/decision/kind").asText()).isEqualTo("appeal");
        assertThat(lines.get(1).at("/decision/needsAnswer").asDouble()).isGreaterThan(0.5);
        assertThat(lines.get(2).at("/decision/kind").asText()).isEqualTo("thanks");
        assertThat(lines.get(2).at("/decision/needsAnswer").asDouble()).isLessThan(0.5);
    }

    @Test
    void aCentreTrainsOnItsOwnExport() throws IOException {
        StringBuilder export =
                new StringBuilder("ID;Дата создания;Группа тем;Тема;Текст инцидента\n");
        for (int i = 0; i < 60; i++) {
            export.append(
                    "%d;2024-05-17;Туризм;;Грумбулятор на %s не грумбулит, дом %d\n"
                            .formatted(i, STREETS[i % STREETS.length], i));
        }
        Path file = Files.writeString(folder.resolve("export.csv"), export);
        Path own = folder.resolve("own");
        Run alone =
                Run.of(
                        "train",
                        "--written",
                        written.toString(),
                        "--out",
                        own.toString(),
                        file.toString());
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.err()).contains("All labelled messages need an answer");

        Run both =
                Run.of(
                        "train",
                        "--written",
                        written.toString(),
                        "--out",
                        own.toString(),
                        wall.toString(),
                        file.toString());
        assertThat(both.code()).as(both.err()).isZero();
        Run run =
                classify(
                        own,
                        """
                        {"id":"1","post_id":"0","type":"comment","text":"Когда грумбулятор будет грумбулить?"}
                        {"id":"2","post_id":"0","type":"comment","text":"Спасибо!"}
                        """);
        List<String> lines = run.out().lines().toList();
        assertThat(JSON.readTree(lines.get(0)).at("/decision/group").asText()).isEqualTo("Туризм");
        assertThat(JSON.readTree(lines.get(0)).at("/decision/modelVersion").asText())
                .contains("topics-");
        assertThat(JSON.readTree(lines.get(1)).at("/decision/needsAnswer").asDouble())
                .isLessThan(0.5);
    }

    @Test
    void namesTheModelFileThatIsMissing() {
        Run run = classify(folder.resolve("nowhere"), "{}\n");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("kinds.model cannot be read: there is no such file");
    }

    @Test
    void writesBackTheLinesThatAreNoMessageAndDecidesOnTheRest() throws IOException {
        Run run =
                classify(
                        """
                        \uFEFF{"id":"1","type":"post","date":"2024-05-17","text":"О дорогах","rate":1.50}
                        {"id":"2","post_id":"1","text":"Когда
                        [1]
                        {"text":"без номера","extra":{"a":[1]}}
                        {"id":"3","post_id":"1","type":"comment","date":"когда-то","text":"Когда починят дорогу на Заречной?"}
                        """);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("Line 2 of the input is no message: it is no JSON (")
                .contains("Line 3 of the input is no message: it is no JSON object.")
                .contains("Line 4 of the input is no message: no id.")
                .contains("3 of 5 lines are no message");
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).contains("\"rate\":1.50");
        assertThat(JSON.readTree(lines.get(0)).at("/decision/kind").asText()).isEqualTo("official");
        JsonNode broken = JSON.readTree(lines.get(1));
        assertThat(broken.get("unreadable").asText())
                .isEqualTo("{\"id\":\"2\",\"post_id\":\"1\",\"text\":\"Когда");
        assertThat(broken.get("decision").isNull()).isTrue();
        assertThat(lines.get(3))
                .isEqualTo("{\"text\":\"без номера\",\"extra\":{\"a\":[1]},\"decision\":null}");
        assertThat(JSON.readTree(lines.get(4)).at("/decision/kind").asText()).isEqualTo("appeal");
    }

    @Test
    void takesARoutingTableOfTheRegions() throws IOException {
        String shipped = Run.of("routing").out();
        Path own =
                Files.writeString(
                        folder.resolve("routing.yaml"),
                        """
                        version: "7"
                        fallback: adm
                        agencies: {adm: Администрация, roads: Дорожная служба}
                        rows:
                          - {id: streets, groups: Дороги, agency: roads}
                        """);
        Path wrong =
                Files.writeString(
                        folder.resolve("wrong.yaml"),
                        Files.readString(own).replace("agency: roads", "agency: road"));
        String line =
                "{\"id\":\"2\",\"post_id\":\"1\",\"type\":\"comment\",\"text\":\"Когда починят дорогу на Заречной?\"}\n";

        assertThat(Run.of("routing", own.toString()).out())
                .contains("Routing table 7 is in order: 1 rows, 2 agencies.");
        Run refused = Run.of("routing", wrong.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("wrong.yaml:5: “road” is none of the agencies");
        assertThat(shipped).contains("fallback: other");
        JsonNode decided = JSON.readTree(classify(model, line, "--routing", own.toString()).out());
        assertThat(decided.at("/decision/agencyId").asText()).isEqualTo("roads");
    }

    private static Run train(Path out) {
        return Run.of(
                "train", "--written", written.toString(), "--out", out.toString(), wall.toString());
    }

    private static Run evaluate(String... options) {
        List<String> words = new ArrayList<>(List.of("evaluate", "--written", written.toString()));
        words.addAll(List.of(options));
        words.add(wall.toString());
        return Run.of(words.toArray(String[]::new));
    }

    private static Run classify(String lines) {
        return classify(model, lines);
    }

    private static Run classify(Path by, String lines, String... more) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        try {
            List<String> words = new ArrayList<>(List.of("classify", "--model", by.toString()));
            words.addAll(List.of(more));
            return Run.of(words.toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void classifiesAFileAsItDoesStandardInput() throws IOException {
        Run run = Run.of("classify", "--model", model.toString(), wall.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(classify(Files.readString(wall)).out());

        Run missing = Run.of("classify", folder.resolve("missing.jsonl").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("missing.jsonl").hasLineCount(1);
    }

    private static List<String> checksums(Run run) {
        return run.out()
                .lines()
                .filter(line -> line.contains("  "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toList());
    }

    /** Nine threads: a question, a thanks, talk and the page's answer under each post. */
    private static String wall() {
        StringBuilder wall = new StringBuilder();
        for (int i = 0; i < STREETS.length; i++) {
            String post = "p" + i;
            line(wall, post, "post", null, null, "COMMUNITY", "Новости дорожного ремонта", null);
            String ask = "Когда починят дорогу на " + STREETS[i] + "?";
            String appeal = "{\"kind\":\"appeal\",\"group\":\"Дороги\",\"urgency\":\"normal\"}";
            line(wall, post + "a", "comment", post, null, "r1", ask, appeal);
            String answers =
                    "{\"kind\":\"official\",\"answer\":\"ack\",\"answers_to\":\"%sa\"}"
                            .formatted(post);
            String ack = "Добрый день! Передали вопрос по " + STREETS[i] + " дорожной службе.";
            line(wall, post + "b", "reply", post, post + "a", "COMMUNITY", ack, answers);
            line(
                    wall,
                    post + "c",
                    "comment",
                    post,
                    null,
                    "r2",
                    "Спасибо!",
                    "{\"kind\":\"thanks\"}");
            line(wall, post + "d", "comment", post, null, "r3", "Ха-ха)))", "{\"kind\":\"chat\"}");
        }
        return wall.toString();
    }

    private static void line(
            StringBuilder wall,
            String id,
            String type,
            String post,
            String parent,
            String author,
            String text,
            String label) {
        wall.append("{\"id\":\"").append(id).append("\",\"type\":\"").append(type).append('"');
        wall.append(",\"date\":\"2024-05-0").append(id.charAt(1) % 9 + 1).append(" 10:00:00\"");
        wall.append(post == null ? "" : ",\"post_id\":\"" + post + "\"");
        wall.append(parent == null ? "" : ",\"reply_to\":\"" + parent + "\"");
        wall.append(",\"author\":\"").append(author).append('"');
        wall.append(",\"text\":\"").append(text).append('"');
        wall.append(label == null ? "" : ",\"label\":" + label).append("}\n");
    }
}
