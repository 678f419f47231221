package io.otklik.cli.replay;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.otklik.cli.Counted;

import java.time.Instant;
import java.util.Locale;

/**
 * What a replay did.
 *
 * @param sent records that the broker has
 * @param broken those of them that are no JSON
 * @param skipped payloads outside of {@code --from} and {@code --to}
 * @param tooLarge payloads that the topic does not take
 * @param firstTime earliest time that a sent record tells; null if none tells any
 */
public record ReplayResult(
        String topic,
        long sent,
        long broken,
        long skipped,
        long tooLarge,
        Instant firstTime,
        Instant lastTime,
        double seconds) {

    /** The summary for people. */
    @JsonIgnore
    public String sentence() {
        StringBuilder text =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "Sent %s to %s in %.1f s (%,.0f/s)",
                                Counted.of(sent, "record"),
                                topic,
                                seconds,
                                sent / Math.max(seconds, 1e-3)));
        if (firstTime != null) {
            text.append(", event time %s to %s".formatted(firstTime, lastTime));
        }
        text.append('.');
        if (broken > 0) {
            text.append(" No JSON, and dead letters therefore: %d.".formatted(broken));
        }
        if (skipped > 0) {
            text.append(" Outside of --from and --to: %d.".formatted(skipped));
        }
        if (tooLarge > 0) {
            text.append(" Too large for the topic, and not sent: %d.".formatted(tooLarge));
        }
        return text.toString();
    }
}
