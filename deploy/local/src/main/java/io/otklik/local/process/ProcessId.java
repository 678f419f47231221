package io.otklik.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be recognised later: the number alone is given to other processes again.
 *
 * @param pid number of the process
 * @param birth when it started: on Linux the boot's id and the clock ticks since, elsewhere the
 *     second
 */
public record ProcessId(long pid, String birth) {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** Fields of {@code /proc/<pid>/stat} after the name in brackets. */
    private static final int STATE = 0;

    private static final int START_TICKS = 19;

    /** The process of that number, if it lives; a zombie does not. */
    public static Optional<ProcessId> of(long pid) {
        return birth(pid).map(birth -> new ProcessId(pid, birth));
    }

    /** This process. */
    public static ProcessId current() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** Whether the very process still runs. */
    public boolean isAlive() {
        return birth(pid).filter(birth::equals).isPresent();
    }

    /** Its handle, if it still runs. */
    public Optional<ProcessHandle> handle() {
        return isAlive() ? ProcessHandle.of(pid) : Optional.empty();
    }

    private static Optional<String> birth(long pid) {
        if (!Files.exists(BOOT)) {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(handle -> handle.info().startInstant())
                    .map(Instant::getEpochSecond)
                    .map(String::valueOf);
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            if (fields[STATE].equals("Z") || fields[STATE].equals("X")) {
                return Optional.empty();
            }
            return Optional.of(Files.readString(BOOT).strip() + ':' + fields[START_TICKS]);
        } catch (IOException e) {
            // The process ended before or while it was read.
            return Optional.empty();
        }
    }
}
