package io.otklik.jobs.appeals;

import io.otklik.schemas.Alert;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Emits what differs between a story as it is told now and what was emitted of it before: a changed
 * appeal, new events, raised and cleared alerts, and what turned out not to have happened,
 * retracted.
 */
final class Emission {

    private final Consumer<Appeal> appeals;
    private final Consumer<AppealEvent> events;
    private final Consumer<Alert> alerts;
    private final long nowMillis;

    /**
     * @param nowMillis processing time; versions follow it, so that a replay with empty state
     *     supersedes the rows of an earlier run
     */
    Emission(
            Consumer<Appeal> appeals,
            Consumer<AppealEvent> events,
            Consumer<Alert> alerts,
            long nowMillis) {
        this.appeals = appeals;
        this.events = events;
        this.alerts = alerts;
        this.nowMillis = nowMillis;
    }

    long nowMillis() {
        return nowMillis;
    }

    /**
     * Emits the differences of a story.
     *
     * @param course null for what is no appeal
     * @return what stands afterwards; the very same object if nothing changed
     */
    Emitted tell(Story story, Course course, StoryRecords records) {
        Emitted before = story.message().emitted();
        long version = Math.max(before.version() + 1, nowMillis);
        long digest = 0;
        if (course != null) {
            Appeal appeal = records.appeal(story, course, version);
            digest = RecordDigests.of(appeal);
            if (digest != before.appeal()) {
                appeals.accept(appeal);
            }
        } else if (before.appeal() != 0) {
            appeals.accept(records.noAppeal(story.message(), version));
        }
        List<Emitted.Event> standing = events(story, course, before.events(), records, version);
        List<Emitted.Alarm> raised = alerts(story, course, before.alerts(), records, version);
        boolean same =
                digest == before.appeal()
                        && standing == before.events()
                        && raised == before.alerts();
        return same
                ? before
                : new Emitted(digest, standing, raised, version, before.facts(), before.next());
    }

    /** Takes back all that was emitted about a message that turned out to be no resident's. */
    Emitted retract(TrackedMessage message, StoryRecords records) {
        Emitted before = message.emitted();
        long version = Math.max(before.version() + 1, nowMillis);
        if (before.appeal() != 0) {
            appeals.accept(records.noAppeal(message, version));
        }
        takeBackEvents(message.messageId(), before.events(), records, version);
        takeBackAlerts(message.messageId(), before.alerts(), records, version);
        return new Emitted(0, List.of(), List.of(), version, 0, Long.MAX_VALUE);
    }

    private List<Emitted.Event> events(
            Story story,
            Course course,
            List<Emitted.Event> standing,
            StoryRecords records,
            long version) {
        List<Happening> told =
                course == null ? List.of(records.exclusion(story)) : course.happenings();
        List<Emitted.Event> gone = new ArrayList<>(standing);
        boolean changed = false;
        List<Emitted.Event> now = new ArrayList<>(told.size());
        for (Happening happening : told) {
            Emitted.Event next = event(story, course, happening);
            Emitted.Event known = take(gone, next::isSame);
            if (known == null || known.digest() != next.digest()) {
                events.accept(records.event(story, course, happening, version));
                changed = true;
            }
            now.add(next);
        }
        takeBackEvents(story.messageId(), gone, records, version);
        return changed || !gone.isEmpty() ? now : standing;
    }

    private void takeBackEvents(
            String appealId, List<Emitted.Event> gone, StoryRecords records, long version) {
        for (Emitted.Event event : gone) {
            events.accept(records.gone(appealId, event, version));
        }
    }

    private List<Emitted.Alarm> alerts(
            Story story,
            Course course,
            List<Emitted.Alarm> standing,
            StoryRecords records,
            long version) {
        Collection<Alarm> told = course == null ? List.of() : course.alarms();
        if (told.isEmpty() && standing.isEmpty()) {
            return standing;
        }
        List<Emitted.Alarm> gone = new ArrayList<>(standing);
        boolean changed = false;
        List<Emitted.Alarm> now = new ArrayList<>(told.size());
        for (Alarm alarm : told) {
            Alert alert = records.alert(story, course, alarm, version);
            Emitted.Alarm next =
                    new Emitted.Alarm(
                            alarm.kind(),
                            alarm.metric(),
                            alarm.level(),
                            alarm.term(),
                            alarm.raisedAt().toEpochMilli(),
                            RecordDigests.of(alert));
            Emitted.Alarm known = take(gone, next::isSame);
            if (known == null || known.digest() != next.digest()) {
                alerts.accept(alert);
                changed = true;
            }
            now.add(next);
        }
        takeBackAlerts(story.messageId(), gone, records, version);
        return changed || !gone.isEmpty() ? now : standing;
    }

    private void takeBackAlerts(
            String appealId, List<Emitted.Alarm> gone, StoryRecords records, long version) {
        for (Emitted.Alarm left : gone) {
            alerts.accept(records.gone(appealId, left, version));
        }
    }

    private static Emitted.Event event(Story story, Course course, Happening happening) {
        String cause = happening.cause();
        return new Emitted.Event(
                happening.type(),
                cause.equals(story.messageId()) ? null : cause,
                happening.at().toEpochMilli(),
                happening.metric(),
                happening.level(),
                RecordDigests.of(happening, course, story.decision().modelVersion()));
    }

    /** Takes the first of its kind out of what stands; most often it is the first of all. */
    private static <E> E take(List<E> standing, Predicate<E> isSame) {
        for (int i = 0; i < standing.size(); i++) {
            if (isSame.test(standing.get(i))) {
                return standing.remove(i);
            }
        }
        return null;
    }
}
