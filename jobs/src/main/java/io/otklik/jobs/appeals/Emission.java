package io.otklik.jobs.appeals;

import io.otklik.schemas.Alert;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        String id = story.messageId();
        long digest = 0;
        if (course != null) {
            Appeal appeal = records.appeal(story, course);
            digest = RecordDigests.of(appeal);
            if (digest != before.appeal()) {
                appeals.accept(appeal.emitted(false, version));
            }
        } else if (before.appeal() != 0) {
            appeals.accept(records.noAppeal(story.message()).emitted(true, version));
        }
        List<AppealEvent> told =
                course == null ? records.exclusion(story) : records.events(story, course);
        List<Emitted.Event> standing = events(id, told, before.events(), records, version);
        List<Emitted.Alarm> raised =
                alerts(
                        id,
                        course == null ? Map.of() : records.alerts(story, course),
                        before.alerts(),
                        records,
                        version);
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
            appeals.accept(records.noAppeal(message).emitted(true, version));
        }
        events(message.messageId(), List.of(), before.events(), records, version);
        alerts(message.messageId(), Map.of(), before.alerts(), records, version);
        return new Emitted(0, List.of(), List.of(), version, 0, Long.MAX_VALUE);
    }

    private List<Emitted.Event> events(
            String appealId,
            List<AppealEvent> told,
            List<Emitted.Event> standing,
            StoryRecords records,
            long version) {
        List<Emitted.Event> gone = new ArrayList<>(standing);
        boolean changed = false;
        List<Emitted.Event> now = new ArrayList<>(told.size());
        for (AppealEvent event : told) {
            Emitted.Event next = event(appealId, event);
            Emitted.Event known = take(gone, next::isSame);
            if (known == null || known.digest() != next.digest()) {
                events.accept(event.emitted(false, version));
                changed = true;
            }
            now.add(next);
        }
        for (Emitted.Event event : gone) {
            events.accept(records.told(appealId, event).emitted(true, version));
            changed = true;
        }
        return changed ? now : standing;
    }

    private List<Emitted.Alarm> alerts(
            String appealId,
            Map<Alarm, Alert> told,
            List<Emitted.Alarm> standing,
            StoryRecords records,
            long version) {
        List<Emitted.Alarm> gone = new ArrayList<>(standing);
        boolean changed = false;
        List<Emitted.Alarm> now = new ArrayList<>(told.size());
        for (Map.Entry<Alarm, Alert> raised : told.entrySet()) {
            Alarm alarm = raised.getKey();
            Alert alert = raised.getValue();
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
                alerts.accept(alert.emitted(false, version));
                changed = true;
            }
            now.add(next);
        }
        for (Emitted.Alarm left : gone) {
            alerts.accept(records.told(appealId, left).emitted(true, version));
            changed = true;
        }
        return changed ? now : standing;
    }

    private static Emitted.Event event(String appealId, AppealEvent event) {
        return new Emitted.Event(
                event.type(),
                event.causeMessageId().equals(appealId) ? null : event.causeMessageId(),
                event.at().toEpochMilli(),
                event.metric(),
                event.level() == null ? 0 : event.level(),
                RecordDigests.of(event));
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
