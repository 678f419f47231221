package io.otklik.cli;

import io.otklik.connectors.alert.delivery.Outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * How a notifier ended, in one sentence: what was sent, and what was left and why.
 *
 * @param dryRun whether nothing was really sent
 * @param maxAge as the user gave it
 */
record NotifySummary(boolean dryRun, String maxAge) {

    /**
     * @param totals how often each outcome came about; an alert counts once for each recipient
     */
    String sentence(ToLongFunction<Outcome> totals) {
        List<String> parts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            long total = totals.applyAsLong(outcome);
            if (total > 0) {
                parts.add(words(outcome).formatted(String.format(Locale.ROOT, "%,d", total)));
            }
        }
        boolean sent =
                totals.applyAsLong(Outcome.SENT)
                                + totals.applyAsLong(Outcome.CLEARED)
                                + totals.applyAsLong(Outcome.DIGEST)
                        > 0;
        if (!sent) {
            parts.add(0, dryRun ? "nothing to send" : "nothing was sent");
        }
        return (dryRun ? "Dry run: " : "Notifier ended: ") + String.join("; ", parts) + '.';
    }

    private String words(Outcome outcome) {
        String would = dryRun ? " would be" : "";
        return switch (outcome) {
            case SENT -> "alerts" + would + " sent: %s";
            case CLEARED -> "alerts" + would + " told to be over: %s";
            case DIGEST -> "digests" + would + " sent: %s";
            case RETRIED -> "attempts that failed and were repeated: %s";
            case REFUSED -> "refused by the other side: %s, see v_dead_letter";
            case GIVEN_UP -> "given up within --max-age " + maxAge + ": %s, see v_dead_letter";
            case STALE -> "left out because they are older than --max-age " + maxAge + ": %s";
            case CANCELLED -> "not needed any more: %s";
            case REPEATED -> "raised again and told before: %s";
        };
    }
}
