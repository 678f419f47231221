package io.otklik.jobs.appeals;

import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AppealStatus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened to one resident's message: the events, and where it stands. */
final class Story {

    private final TrackedMessage message;
    private final Instant appealSince;
    private final List<Happening> happenings = new ArrayList<>();
    private final List<Answer> standing = new ArrayList<>();
    private Instant updatedAt;

    Story(TrackedMessage message) {
        this.message = message;
        this.updatedAt = message.latest().at();
        this.appealSince = tellOwnHistory();
    }

    TrackedMessage message() {
        return message;
    }

    /** When the message first was an appeal; null if it never was. */
    Instant appealSince() {
        return appealSince;
    }

    /** Time of the latest fact that the story rests on. */
    Instant updatedAt() {
        return updatedAt;
    }

    /** Everything that happened, in time order. */
    List<Happening> happenings() {
        happenings.sort(
                Comparator.comparing(Happening::at)
                        .thenComparing(Happening::type)
                        .thenComparing(Happening::causeMessageId));
        return happenings;
    }

    /** The newest text that was an appeal, with what the rules said of it. */
    MessageVersion appealText() {
        MessageVersion newest = null;
        for (MessageVersion version : message.versions()) {
            if (version.appeal()) {
                newest = version;
            }
        }
        return newest;
    }

    /** The earliest official answer that stands; null if there is none. */
    Answer firstAnswer() {
        return standing.isEmpty() ? null : standing.get(0);
    }

    int answers() {
        return standing.size();
    }

    AppealStatus status() {
        if (!standing.isEmpty()) {
            return AppealStatus.ANSWERED;
        }
        return message.latest().appeal() ? AppealStatus.OPEN : AppealStatus.WITHDRAWN;
    }

    /** Takes an official message, later than those taken before, as an answer to this appeal. */
    void answeredBy(TrackedMessage official) {
        boolean stands = false;
        for (MessageVersion version : official.versions()) {
            if (version.deleted() && stands) {
                happen(AppealEventType.ANSWER_RETRACTED, official, version.at(), null);
            } else if (!version.deleted() && !stands) {
                happen(AppealEventType.FINAL, official, version.at(), null);
            }
            stands = !version.deleted();
        }
        if (stands) {
            standing.add(
                    new Answer(
                            official.messageId(),
                            official.publishedAt(),
                            official.latest().text()));
        }
        if (official.latest().at().isAfter(updatedAt)) {
            updatedAt = official.latest().at();
        }
    }

    private Instant tellOwnHistory() {
        Instant since = null;
        boolean standing = false;
        for (MessageVersion version : message.versions()) {
            if (version.appeal() && !standing) {
                happen(
                        since == null ? AppealEventType.DETECTED : AppealEventType.REOPENED,
                        message,
                        version.at(),
                        version);
                since = since == null ? version.at() : since;
            } else if (!version.appeal() && standing) {
                happen(AppealEventType.WITHDRAWN, message, version.at(), null);
            }
            standing = version.appeal();
        }
        if (since == null) {
            MessageVersion newest = newestText();
            happen(AppealEventType.EXCLUDED, message, message.publishedAt(), newest);
        }
        return since;
    }

    private MessageVersion newestText() {
        MessageVersion newest = null;
        for (MessageVersion version : message.versions()) {
            if (!version.deleted()) {
                newest = version;
            }
        }
        return newest;
    }

    private void happen(
            AppealEventType type, TrackedMessage cause, Instant at, MessageVersion decided) {
        happenings.add(
                new Happening(
                        type,
                        cause.messageId(),
                        at,
                        decided == null ? null : String.join(" ", decided.reasons()),
                        decided == null ? null : decided.rulesVersion()));
    }

    /**
     * One event of the story.
     *
     * @param reason ids of the rules that decided, for a decision
     */
    record Happening(
            AppealEventType type,
            String causeMessageId,
            Instant at,
            String reason,
            String rulesVersion) {}

    /** An official answer that stands. */
    record Answer(String messageId, Instant at, String text) {}
}
