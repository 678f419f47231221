package io.otklik.jobs.misinformation;

import io.otklik.jobs.misinformation.FollowClaim.Told;
import io.otklik.schemas.Alert;
import io.otklik.schemas.Suspicion;
import io.otklik.similarity.signal.SignalBook;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One telling of a claim's stories: by which book, when, and to whom. Emits only what differs from
 * what was emitted before, under a later version.
 */
record ClaimTelling(
        SignalBook book,
        long now,
        long watermark,
        Collector<Suspicion> out,
        Consumer<Alert> alerts) {

    /**
     * Tells a story as it is judged now.
     *
     * @param told the story and what was emitted of it
     * @param forClaim see {@link Judgement#alerts}
     * @return what has been emitted of it now; the same object if that is the same
     */
    Told tell(Told told, Judgement judgement, boolean forClaim) {
        StoryTold story = told.story();
        Suspicion suspicion = story.gone() ? null : judgement.suspicion(story);
        List<Alert> judged =
                suspicion == null ? List.of() : judgement.alerts(suspicion, story, forClaim);
        // One that moved to a claim is told there, under the same id.
        boolean moved = story.gone() && story.mergedInto() == null;
        Suspicion emitted =
                suspicion == null
                        ? retract(told.suspicion(), story, moved)
                        : emit(told.suspicion(), suspicion);
        List<Alert> standing = tellAlerts(told.alerts(), judged, moved);
        return emitted == told.suspicion() && standing.equals(told.alerts())
                ? told
                : new Told(story, emitted, standing);
    }

    private Suspicion retract(Suspicion before, StoryTold story, boolean moved) {
        if (before == null || before.retracted() || moved) {
            return before;
        }
        Suspicion next =
                before.mergedInto(story.mergedInto()).emitted(true, after(before.version()));
        out.collect(next);
        return next;
    }

    private Suspicion emit(Suspicion before, Suspicion suspicion) {
        if (before != null && suspicion.equals(before.emitted(false, 0))) {
            return before;
        }
        Suspicion next = suspicion.emitted(false, before == null ? now : after(before.version()));
        out.collect(next);
        return next;
    }

    private List<Alert> tellAlerts(List<Alert> before, List<Alert> judged, boolean moved) {
        List<Alert> standing = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Alert alert : judged) {
            told.add(alert.alertId());
            Alert known = find(before, alert.alertId());
            if (known != null && alert.equals(known.emitted(false, 0))) {
                standing.add(known);
                continue;
            }
            Alert next = alert.emitted(false, known == null ? now : after(known.version()));
            alerts.accept(next);
            standing.add(next);
        }
        for (Alert known : before) {
            if (told.contains(known.alertId())) {
                continue;
            }
            if (known.retracted() || moved) {
                standing.add(known);
            } else {
                Alert next = known.emitted(true, after(known.version()));
                alerts.accept(next);
                standing.add(next);
            }
        }
        return standing;
    }

    private static Alert find(List<Alert> alerts, String alertId) {
        return alerts.stream()
                .filter(alert -> alert.alertId().equals(alertId))
                .findFirst()
                .orElse(null);
    }

    private long after(long version) {
        return Math.max(version + 1, now);
    }
}
