package io.otklik.jobs.appeals;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Emits what differs between a story as it is told now and what was emitted of it before: a changed
 * appeal, new events, and what turned out not to have happened, retracted.
 */
final class Emission {

    private final Consumer<Appeal> appeals;
    private final Consumer<AppealEvent> events;
    private final long nowMillis;

    /**
     * @param nowMillis processing time; versions follow it, so that a replay with empty state
     *     supersedes the rows of an earlier run
     */
    Emission(Consumer<Appeal> appeals, Consumer<AppealEvent> events, long nowMillis) {
        this.appeals = appeals;
        this.events = events;
        this.nowMillis = nowMillis;
    }

    long nowMillis() {
        return nowMillis;
    }

    /**
     * Emits the differences of a story.
     *
     * @return what stands afterwards; the very same object if nothing changed
     */
    Emitted tell(Story story, StoryRecords records) {
        Emitted before = story.message().emitted();
        long digest = records.digest(story);
        if (digest == before.digest()) {
            return before;
        }
        long version = nextVersion(before);
        Appeal appeal = records.appeal(story);
        if (appeal != null) {
            appeals.accept(appeal.emitted(false, version));
        }
        List<AppealEvent> standing = tell(records.events(story), before.events(), version);
        return new Emitted(digest, appeal != null, standing, version);
    }

    /**
     * Takes back all that was emitted about a message that is no resident's.
     *
     * @param story the message's story as if it were one
     */
    Emitted retract(Story story, StoryRecords records) {
        Emitted before = story.message().emitted();
        if (before.digest() == 0) {
            return before;
        }
        long version = nextVersion(before);
        if (before.appeal()) {
            appeals.accept(records.appeal(story).emitted(true, version));
        }
        tell(List.of(), before.events(), version);
        return new Emitted(0, false, List.of(), version);
    }

    private long nextVersion(Emitted before) {
        return Math.max(before.version() + 1, nowMillis);
    }

    private List<AppealEvent> tell(
            List<AppealEvent> told, List<AppealEvent> standing, long version) {
        Map<String, AppealEvent> gone = new LinkedHashMap<>();
        for (AppealEvent event : standing) {
            gone.put(event.eventId(), event);
        }
        List<AppealEvent> now = new ArrayList<>();
        for (AppealEvent event : told) {
            AppealEvent known = gone.remove(event.eventId());
            if (known != null && known.equals(event.emitted(false, known.version()))) {
                now.add(known);
            } else {
                AppealEvent next = event.emitted(false, version);
                events.accept(next);
                now.add(next);
            }
        }
        for (AppealEvent event : gone.values()) {
            events.accept(event.emitted(true, version));
        }
        return now;
    }
}
