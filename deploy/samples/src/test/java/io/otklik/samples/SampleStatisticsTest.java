package io.otklik.samples;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.samples.Truth.Answer;
import io.otklik.samples.Truth.Kind;
import io.otklik.schemas.Topic;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What the sample promises in its README, counted in the committed files. */
class SampleStatisticsTest {

    private final List<Truth> truths = SampleData.truths();

    @Test
    void holdsEnoughPagesPostsAndComments() {
        List<String> pages = SampleData.read(SampleWriter.REGISTRY);
        assertThat(pages.stream().filter(p -> p.startsWith("vk:-")).count()).isEqualTo(24);
        assertThat(pages.stream().filter(p -> p.startsWith("telegram:-100")).count()).isEqualTo(12);
        assertThat(pages.stream().filter(p -> p.startsWith("ok:")).count()).isEqualTo(10);
        assertThat(count(Kind.POST)).isGreaterThanOrEqualTo(300);
        assertThat(truths.size() - count(Kind.POST)).isGreaterThanOrEqualTo(3_000);
        assertThat(truths).extracting(Truth::messageId).doesNotHaveDuplicates();
    }

    @Test
    void spansAFortnight() {
        GeneratorConfig config = GeneratorConfig.sample();
        Instant end = config.start().plus(Duration.ofDays(14));
        assertThat(truths)
                .allMatch(
                        t ->
                                !t.publishedAt().isBefore(config.start())
                                        && t.publishedAt().isBefore(end));
        assertThat(
                        truths.stream()
                                .map(t -> t.publishedAt().atZone(GeneratorConfig.ZONE))
                                .map(t -> t.toLocalDate())
                                .distinct())
                .hasSize(14);
    }

    @Test
    void everyKindOfMessageAndAnswerIsThere() {
        double comments = truths.size() - count(Kind.POST);
        assertThat(count(Kind.APPEAL) / comments).isBetween(.22, .34);
        assertThat(count(Kind.OFFICIAL) / comments).isBetween(.16, .28);
        assertThat(count(Kind.SPAM) / comments).isBetween(.01, .04);
        assertThat(truths.stream().map(Truth::kind).distinct()).containsAll(List.of(Kind.values()));
        assertThat(truths.stream().map(Truth::answer).distinct())
                .containsAll(List.of(Answer.values()));
    }

    @Test
    void aboutAThirdOfAppealsStaysWithoutAnswer() {
        Set<String> answered =
                truths.stream()
                        .map(Truth::answersTo)
                        .collect(Collectors.toCollection(HashSet::new));
        double open =
                truths.stream()
                        .filter(t -> t.kind() == Kind.APPEAL)
                        .filter(t -> !answered.contains(t.messageId()))
                        .count();
        assertThat(open / count(Kind.APPEAL)).isBetween(.28, .42);
    }

    @Test
    void answersComeFromTenMinutesToSixDaysLater() {
        Map<String, Truth> byId =
                truths.stream().collect(Collectors.toMap(Truth::messageId, t -> t));
        Map<String, Duration> first = new HashMap<>();
        for (Truth truth : truths) {
            if (truth.answersTo() != null) {
                Duration wait =
                        Duration.between(
                                byId.get(truth.answersTo()).publishedAt(), truth.publishedAt());
                first.merge(truth.answersTo(), wait, (a, b) -> a.compareTo(b) < 0 ? a : b);
            }
        }
        List<Duration> waits = first.values().stream().sorted().toList();
        assertThat(waits.get(0)).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(waits.get(waits.size() / 2))
                .isBetween(Duration.ofHours(2), Duration.ofHours(14));
        assertThat(waits.get(waits.size() - 1)).isBetween(Duration.ofDays(3), Duration.ofDays(6));
    }

    @Test
    void appealsComeFromMostTopicGroups() {
        assertThat(
                        truths.stream()
                                .filter(t -> t.kind() == Kind.APPEAL)
                                .map(Truth::group)
                                .distinct())
                .hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void threadsAreHeavyTailed() {
        Map<String, Long> sizes =
                truths.stream()
                        .filter(t -> t.kind() != Kind.POST)
                        .collect(Collectors.groupingBy(Truth::threadId, Collectors.counting()));
        long largest = sizes.values().stream().mapToLong(n -> n).max().orElseThrow();
        assertThat(count(Kind.POST) - sizes.size()).isGreaterThan(30);
        assertThat(largest).isBetween(60L, 200L);
    }

    @Test
    void textsRarelyRepeat() {
        List<String> texts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Topic topic : SampleWriter.FILES.keySet()) {
            for (SampleData.Line line : SampleData.lines(topic)) {
                comment(line, ids, texts);
            }
        }
        assertThat(texts).hasSize((int) (truths.size() - count(Kind.POST)));
        assertThat(new HashSet<>(texts).size() / (double) texts.size()).isGreaterThan(.9);
    }

    /** The text of a new comment, without the mention that a reply begins with. */
    private static void comment(SampleData.Line line, Set<String> ids, List<String> texts) {
        if (!line.sound()) {
            return;
        }
        JsonNode json = line.json();
        JsonNode message = json.path("message");
        if (json.path("type").asText().equals("wall_reply_new")) {
            JsonNode object = json.path("object");
            add(ids, texts, json.path("group_id") + "_" + object.path("id"), object, "text");
        } else if (message.has("reply_to_message")) {
            add(
                    ids,
                    texts,
                    message.path("chat").path("id") + "_" + message.path("message_id"),
                    message,
                    message.has("text") ? "text" : "caption");
        } else if (json.path("change").asText().equals("CREATED")
                && json.path("type").asText().equals("COMMENT")) {
            add(ids, texts, json.path("messageId").asText(), json, "text");
        }
    }

    private static void add(
            Set<String> ids, List<String> texts, String id, JsonNode node, String field) {
        if (ids.add(id)) {
            texts.add(
                    node.path(field)
                            .asText()
                            .replaceFirst("^(\\[[^]]*\\], |@\\S+ )", "")
                            .toLowerCase(java.util.Locale.ROOT));
        }
    }

    private long count(Kind kind) {
        return truths.stream().filter(t -> t.kind() == kind).count();
    }
}
