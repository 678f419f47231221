package io.otklik.local;

import io.otklik.local.process.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class PartKeeperTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir private Path folder;
    private final ManualClock clock = new ManualClock();
    private final List<String> log = new ArrayList<>();

    @Test
    void startsAgainWithGrowingPausesAndTellsTheExitCode() throws InterruptedException {
        PartKeeper keeper = keeper("exit 3");
        List<Duration> pauses = new ArrayList<>();

        for (int run = 0; run < 9; run++) {
            PartState ended = tickUntilEnded(keeper);
            assertThat(ended.exitCode()).isEqualTo(3);
            assertThat(ended.restarts()).isEqualTo(run);
            assertThat(ended.fate()).isEqualTo("exit code 3");
            pauses.add(Duration.between(clock.instant(), ended.nextStart()));
            clock.advance(pauses.get(run).minusMillis(1));
            keeper.tick();
            assertThat(state().nextStart()).as("too early to start").isNotNull();
            clock.advance(Duration.ofMillis(1));
            keeper.tick();
        }

        assertThat(pauses.subList(0, 3))
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(pauses.get(8)).isEqualTo(PartKeeper.LONGEST_PAUSE);
    }

    @Test
    void aPartThatLivedLongStartsAgainSoon() throws InterruptedException {
        PartKeeper keeper = keeper("exit 1");
        tickUntilEnded(keeper);
        clock.advance(PartKeeper.LONGEST_PAUSE);
        keeper.tick();
        clock.advance(PartKeeper.HEALTHY.plusSeconds(1));

        PartState ended = tickUntilEnded(keeper);

        assertThat(Duration.between(clock.instant(), ended.nextStart()))
                .isEqualTo(PartKeeper.FIRST_PAUSE);
    }

    @Test
    void takesOverAPartThatRuns() throws InterruptedException {
        keeper("sleep 60").tick();
        PartState first = state();

        keeper("exit 1").tick();

        assertThat(state()).isEqualTo(first);
        assertThat(first.isAlive()).isTrue();
        first.process().handle().orElseThrow().destroyForcibly();
        await(first);
        PartKeeper next = keeper("sleep 60");
        next.tick();
        assertThat(state().process()).isNotEqualTo(first.process());
        state().process().handle().orElseThrow().destroyForcibly();
    }

    @Test
    void aPartThatCannotBeStartedIsTriedAgain() {
        PartKeeper keeper =
                new PartKeeper(
                        Part.KAFKA,
                        part -> {
                            throw new LocalStackException("Kafka is not built.");
                        },
                        new StackFolder(folder),
                        clock,
                        log::add);

        keeper.tick();

        assertThat(state().isAlive()).isFalse();
        assertThat(state().nextStart()).isEqualTo(clock.instant().plus(PartKeeper.FIRST_PAUSE));
        assertThat(log).containsExactly("Kafka cannot be started: Kafka is not built.");
    }

    private PartKeeper keeper(String script) {
        return new PartKeeper(
                Part.KAFKA,
                part -> new Command(List.of("sh", "-c", script), Map.of()),
                new StackFolder(folder),
                clock,
                log::add);
    }

    private PartState tickUntilEnded(PartKeeper keeper) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            keeper.tick();
            Thread.sleep(5);
        } while (state().nextStart() == null && System.nanoTime() < deadline);
        assertThat(state().nextStart()).as("ended").isNotNull();
        return state();
    }

    private static void await(PartState state) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (state.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertThat(state.isAlive()).isFalse();
    }

    private PartState state() {
        return JsonFile.read(new StackFolder(folder).state(Part.KAFKA), PartState.class)
                .orElseThrow();
    }
}
