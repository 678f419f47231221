package io.otklik.jobs.appeals;

import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Message;
import io.otklik.schemas.Platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is known of one message of a thread, and what was emitted about it. State of job {@code
 * appeals}; an entry goes when it was not touched for the retention time.
 *
 * @param authorId null, like the other facts of writing, while only a deletion is known
 * @param versions in time order, each change once; at most {@value #MOST_VERSIONS}
 * @param heard what it was found to be; null if that must be found anew
 * @param emitted what stands in the topics about this message
 * @param touchedAt processing time, epoch milliseconds, when something last happened to it
 */
public record TrackedMessage(
        String messageId,
        Platform platform,
        String parentId,
        String replyToAuthorId,
        String authorId,
        AuthorKind authorKind,
        String url,
        List<MessageVersion> versions,
        Heard heard,
        Emitted emitted,
        long touchedAt) {

    /** More changes than a person makes; the first and the latest are kept. */
    static final int MOST_VERSIONS = 64;

    static TrackedMessage of(Message message, MessageVersion version, long nowMillis) {
        return new TrackedMessage(
                message.messageId(),
                message.platform(),
                message.parentId(),
                message.replyToAuthorId(),
                message.authorId(),
                message.authorKind(),
                message.url(),
                withFirst(List.of(version), message.publishedAt()),
                null,
                Emitted.NOTHING,
                nowMillis);
    }

    /** This message with one more version; the very same object if it tells nothing new. */
    TrackedMessage with(Message message, MessageVersion version, long nowMillis) {
        List<MessageVersion> told = told();
        List<MessageVersion> merged = merge(told, version);
        boolean completes = authorId == null && message.authorId() != null;
        int at = merged.indexOf(version);
        boolean again = at > 0 && repeatsDeletion(merged, at) && version.deleterId() == null;
        if (merged == told && !completes) {
            return this;
        }
        Instant published =
                told.size() < versions.size() ? versions.get(0).at() : message.publishedAt();
        return new TrackedMessage(
                messageId,
                platform,
                first(parentId, message.parentId()),
                first(replyToAuthorId, message.replyToAuthorId()),
                first(authorId, message.authorId()),
                authorKind == null ? message.authorKind() : authorKind,
                first(url, message.url()),
                withFirst(merged, published),
                null,
                emitted,
                // Whoever polls tells of a deletion again and again; nothing happens by that.
                again ? touchedAt : nowMillis);
    }

    TrackedMessage with(Emitted now, long nowMillis) {
        return with(heard, now, nowMillis);
    }

    /** The same message, told by those facts: nothing happened to it. */
    TrackedMessage told(Emitted now) {
        return now == emitted ? this : with(heard, now, touchedAt);
    }

    /** The same message as it was heard: nothing happened to it. */
    TrackedMessage with(Heard now) {
        return now == heard ? this : with(now, emitted, touchedAt);
    }

    private TrackedMessage with(Heard nowHeard, Emitted nowEmitted, long nowMillis) {
        return new TrackedMessage(
                messageId,
                platform,
                parentId,
                replyToAuthorId,
                authorId,
                authorKind,
                url,
                versions,
                nowHeard,
                nowEmitted,
                nowMillis);
    }

    /** When the message was written, as the platform says; null while only a deletion is known. */
    Instant publishedAt() {
        for (MessageVersion version : versions) {
            if (!version.deleted()) {
                return version.at();
            }
        }
        return null;
    }

    /** The newest text; null while only a deletion is known. */
    String newestText() {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (!versions.get(i).deleted()) {
                return versions.get(i).text();
            }
        }
        return null;
    }

    /** Whether a version only tells again of the deletion before it: nothing was said between. */
    boolean repeatsDeletion(int version) {
        return repeatsDeletion(versions, version);
    }

    private static boolean repeatsDeletion(List<MessageVersion> versions, int version) {
        return version > 0
                && versions.get(version).deleted()
                && versions.get(version - 1).deleted();
    }

    /**
     * Whether somebody else than its author took the message away.
     *
     * @param version that tells of the deletion; where a source tells who did it, a later report of
     *     the same deletion may be from one that does not
     */
    boolean deletedByAnother(int version) {
        for (int i = version; i < versions.size() && versions.get(i).deleted(); i++) {
            String deleter = versions.get(i).deleterId();
            if (deleter != null) {
                return !deleter.equals(authorId);
            }
        }
        return false;
    }

    MessageVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /** The versions that were told of. */
    private List<MessageVersion> told() {
        return versions.get(0).presumed() ? versions.subList(1, versions.size()) : versions;
    }

    /**
     * The versions told of, and before them what the message is presumed to have said first.
     *
     * @param published null if it is not known
     */
    private static List<MessageVersion> withFirst(List<MessageVersion> told, Instant published) {
        MessageVersion first = null;
        for (MessageVersion version : told) {
            first = first == null && !version.deleted() ? version : first;
        }
        boolean late =
                first != null
                        && first.change() != Change.CREATED
                        && published != null
                        && published.isBefore(told.get(0).at());
        if (!late) {
            return told;
        }
        List<MessageVersion> all = new ArrayList<>(told.size() + 1);
        all.add(first.presumedAt(published));
        all.addAll(told);
        return all;
    }

    private static List<MessageVersion> merge(
            List<MessageVersion> versions, MessageVersion version) {
        int at = 0;
        while (at < versions.size()
                && MessageVersion.IN_TIME.compare(versions.get(at), version) < 0) {
            at++;
        }
        boolean known = at < versions.size() && versions.get(at).sameChange(version);
        MessageVersion both = known ? versions.get(at).and(version) : version;
        if (known && both.equals(versions.get(at))) {
            return versions;
        }
        List<MessageVersion> merged = new ArrayList<>(versions);
        if (known) {
            merged.set(at, both);
        } else {
            merged.add(at, version);
        }
        if (merged.size() > MOST_VERSIONS) {
            merged.remove(leastTelling(merged));
        }
        return merged;
    }

    /** A deletion told again, else the second version. */
    private static int leastTelling(List<MessageVersion> versions) {
        for (int i = versions.size() - 1; i > 0; i--) {
            if (repeatsDeletion(versions, i) && versions.get(i).deleterId() == null) {
                return i;
            }
        }
        return 1;
    }

    private static String first(String known, String told) {
        return known == null ? told : known;
    }
}
