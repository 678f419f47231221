package io.otklik.local;

import io.otklik.local.process.ProcessId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Keeps one part running: starts it, and starts it again when it ended, with growing pauses.
 *
 * <p>A part that an earlier supervisor started is taken over; the code with which such a process
 * ends stays unknown.
 */
final class PartKeeper {

    static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** A part that lived so long is taken for healthy: the pauses start small again. */
    static final Duration HEALTHY = Duration.ofMinutes(1);

    private final Part part;
    private final CommandSource commands;
    private final StackFolder folder;
    private final Clock clock;
    private final Consumer<String> log;

    private PartState state;
    private Process child;
    private Duration pause = FIRST_PAUSE;

    PartKeeper(
            Part part,
            CommandSource commands,
            StackFolder folder,
            Clock clock,
            Consumer<String> log) {
        this.part = part;
        this.commands = commands;
        this.folder = folder;
        this.clock = clock;
        this.log = log;
        this.state =
                JsonFile.read(folder.state(part), PartState.class)
                        .filter(PartState::isAlive)
                        .orElse(null);
        if (state != null) {
            log.accept("%s runs already as process %d".formatted(name(), state.process().pid()));
        }
    }

    /** Looks once; starts the part if it is due. */
    void tick() {
        Instant now = clock.instant();
        if (state == null) {
            start(now, 0);
        } else if (state.nextStart() != null) {
            if (!now.isBefore(state.nextStart())) {
                start(now, state.restarts() + 1);
            }
        } else if (child == null ? !state.isAlive() : !child.isAlive()) {
            Integer code = child == null ? null : child.exitValue();
            if (Duration.between(state.startedAt(), now).compareTo(HEALTHY) > 0) {
                pause = FIRST_PAUSE;
            }
            log.accept(
                    "%s ended with code %s; next start in %d ms"
                            .formatted(name(), code == null ? "unknown" : code, pause.toMillis()));
            save(state.ended(code, now.plus(pause)));
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private void start(Instant now, int restarts) {
        try {
            Path output = folder.output(part);
            if (Files.exists(output)) {
                Path old = output.resolveSibling(output.getFileName() + ".old");
                Files.move(output, old, StandardCopyOption.REPLACE_EXISTING);
            }
            child = commands.of(part).start(folder.root(), output);
            ProcessId id =
                    ProcessId.of(child.pid()).orElse(new ProcessId(child.pid(), "ended at once"));
            save(new PartState(id, now, null, restarts, null));
            log.accept("%s started as process %d".formatted(name(), id.pid()));
        } catch (IOException | LocalStackException e) {
            log.accept("%s cannot be started: %s".formatted(name(), e.getMessage()));
            child = null;
            save(
                    new PartState(
                            new ProcessId(0, "never started"),
                            now,
                            null,
                            restarts,
                            now.plus(pause)));
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private void save(PartState next) {
        state = next;
        JsonFile.write(folder.state(part), next);
    }

    private String name() {
        return part.title();
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
