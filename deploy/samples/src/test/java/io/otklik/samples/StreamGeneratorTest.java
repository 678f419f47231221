package io.otklik.samples;

import io.otklik.schemas.Topic;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StreamGeneratorTest {

    private static final GeneratorConfig LOAD = GeneratorConfig.load(42, 20_000);

    @Test
    void equalSeedsGiveEqualBytes() {
        assertThat(hash(LOAD)).isEqualTo(hash(LOAD));
        assertThat(hash(LOAD.withSeed(43))).isNotEqualTo(hash(LOAD));
    }

    @Test
    void oneGeneratorStartsAnewForEachReader() {
        StreamGenerator generator = new StreamGenerator(LOAD.withEventCount(3_000));
        Iterator<SampleEvent> first = generator.events();
        Iterator<SampleEvent> second = generator.events();
        while (first.hasNext()) {
            assertThat(second.next().payload()).isEqualTo(first.next().payload());
        }
        assertThat(second.hasNext()).isFalse();
    }

    @Test
    void askingForTheTruthChangesNothing() {
        List<Truth> truths = new ArrayList<>();
        Iterator<SampleEvent> events =
                new StreamGenerator(LOAD.withEventCount(5_000)).events(truths::add);
        assertThat(hash(events)).isEqualTo(hash(LOAD.withEventCount(5_000)));
        assertThat(truths).extracting(Truth::messageId).doesNotHaveDuplicates();
    }

    @Test
    void givesExactlyAsManyEventsAsAskedForAndAShorterStreamIsAPrefix() {
        List<SampleEvent> all = list(LOAD.withEventCount(5_000));
        List<SampleEvent> few = list(LOAD.withEventCount(700));

        assertThat(all).hasSize(5_000);
        assertThat(few).hasSize(700);
        for (int i = 0; i < few.size(); i++) {
            assertThat(few.get(i).payload()).isEqualTo(all.get(i).payload());
        }
    }

    @Test
    void eventsComeInTheOrderOfTheirArrival() {
        long last = 0;
        for (SampleEvent event : list(LOAD)) {
            assertThat(event.receivedAt()).isGreaterThanOrEqualTo(last);
            last = event.receivedAt();
        }
    }

    @Test
    void aPlatformWithoutWeightGivesNoEvent() {
        Set<Topic> topics = new HashSet<>();
        list(LOAD.withPlatforms(1, 0, 0)).forEach(e -> topics.add(e.topic()));
        assertThat(topics).containsExactly(Topic.RAW_VK);
    }

    @Test
    void platformsShareEventsByTheirWeights() {
        Map<Topic, Integer> counts = new HashMap<>();
        list(LOAD.withPlatforms(1, 1, 1)).forEach(e -> counts.merge(e.topic(), 1, Integer::sum));
        assertThat(counts.values()).hasSize(3).allMatch(n -> n > 3_000);
    }

    @Test
    void faultsAreMadeWhenAskedFor() {
        GeneratorConfig faulty =
                LOAD.withPages(60, 4).withFaults(.2, .1, 50).withEventCount(20_000);
        List<SampleEvent> events = list(faulty);
        Set<String> seen = new HashSet<>();
        long repeated = events.stream().filter(e -> !seen.add(text(e))).count();
        long broken = events.stream().filter(e -> !text(e).contains("\"receivedAt\"")).count();

        assertThat(repeated / 20_000.0).isBetween(.13, .21);
        assertThat(broken).isGreaterThan(50);
    }

    @Test
    void aCleanStreamHasNoFaults() {
        Set<String> seen = new HashSet<>();
        for (SampleEvent event : list(LOAD)) {
            assertThat(text(event)).contains("\"receivedAt\"").doesNotContain("\n");
            assertThat(seen.add(text(event))).isTrue();
        }
    }

    @Test
    void refusesWhatCannotBeMade() {
        assertThatThrownBy(() -> LOAD.withPages(0, 1))
                .hasMessage("Generator: pages must be at least 1.");
        assertThatThrownBy(() -> LOAD.withPlatforms(0, 0, 0))
                .hasMessage("Generator: give at least one platform a positive weight.");
        assertThatThrownBy(() -> LOAD.withFaults(2, 0, 0))
                .hasMessage("Generator: shares must be from 0 to 1.");
        assertThatThrownBy(() -> LOAD.withPeriod(LOAD.start(), Duration.ZERO))
                .hasMessage("Generator: duration must be positive.");
    }

    private static String text(SampleEvent event) {
        return new String(event.payload(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<SampleEvent> list(GeneratorConfig config) {
        List<SampleEvent> events = new ArrayList<>();
        new StreamGenerator(config).events().forEachRemaining(events::add);
        return events;
    }

    private static long hash(GeneratorConfig config) {
        return hash(new StreamGenerator(config).events());
    }

    private static long hash(Iterator<SampleEvent> events) {
        long hash = 17;
        while (events.hasNext()) {
            SampleEvent event = events.next();
            hash = hash * 1_000_003 + Arrays.hashCode(event.payload());
            hash = hash * 1_000_003 + event.key().hashCode();
        }
        return hash;
    }
}
