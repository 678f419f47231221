package io.otklik.jobs.appeals;

import io.otklik.language.Decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The facts about one resident's message: what became of its text, and who said what to it. Between
 * two tellings it holds of the message only what state holds.
 */
final class Story {

    private static final Comparator<Beat> IN_TIME =
            Comparator.comparing(Beat::at).thenComparing(Beat::kind).thenComparing(Beat::causeId);

    private final String messageId;
    private final String authorId;
    private final String branch;
    private final Story followed;
    private final String reason;
    private final Instant appealSince;
    private final List<Beat> beats;
    private boolean inOrder = true;
    private long next = Long.MAX_VALUE;

    /** Null until state keeps the message. */
    private KeptMessage kept;

    /** Null while nothing is told of it, as {@link #asking}. */
    private TrackedMessage message;

    private Asking asking;

    /**
     * @param kept the message as state keeps it; null if state is yet to keep it so
     * @param decisions on each version of the message, null for a deletion
     * @param followed the appeal of the same resident that it goes on with; null if none: then what
     *     asks for something is an appeal
     */
    Story(
            TrackedMessage message,
            KeptMessage kept,
            List<Decision> decisions,
            String branch,
            Story followed) {
        this(
                message,
                kept,
                decisions,
                branch,
                followed,
                followed == null ? null : "follow_up " + followed.messageId);
    }

    private Story(
            TrackedMessage message,
            KeptMessage kept,
            List<Decision> decisions,
            String branch,
            Story followed,
            String reason) {
        this.messageId = message.messageId();
        this.authorId = message.authorId();
        this.branch = branch;
        this.followed = followed;
        this.reason = reason;
        this.message = message;
        this.kept = kept;
        this.asking = Asking.of(message, decisions, reason);
        this.appealSince = asking.first() == null ? null : asking.first().at();
        this.beats = new ArrayList<>(asking.beats());
    }

    /**
     * Of a message that can be no appeal, whatever it says.
     *
     * @param reason why
     */
    static Story excluded(
            TrackedMessage message,
            KeptMessage kept,
            List<Decision> decisions,
            String branch,
            String reason) {
        return new Story(message, kept, decisions, branch, null, reason);
    }

    String messageId() {
        return messageId;
    }

    String authorId() {
        return authorId;
    }

    TrackedMessage message() {
        message = message == null ? kept.read() : message;
        return message;
    }

    /** The message as it was heard or told now; its facts are the same. */
    void now(TrackedMessage heard) {
        message = heard;
    }

    /** State keeps the message so from now on. */
    void keep(KeptMessage now) {
        kept = now;
    }

    /** Lets go what is read again when it is told again. */
    void rest() {
        message = null;
        asking = null;
    }

    private Asking asking() {
        asking =
                asking == null
                        ? Asking.of(message(), message().heard().decisions(), reason)
                        : asking;
        return asking;
    }

    /** The first comment of the branch that the message stands in. */
    String branch() {
        return branch;
    }

    /** The appeal that an answer to this message answers; null if none waits for one here. */
    Story asked() {
        return isAppeal() ? this : followed;
    }

    boolean isAppeal() {
        return appealSince != null;
    }

    /** Whether it stands as an appeal at an instant: asked already, and not withdrawn. */
    boolean asksAt(Instant at) {
        boolean asks = false;
        for (Beat beat : beats()) {
            if (beat.at().isAfter(at)) {
                break;
            }
            asks = beat.kind() == Beat.Kind.ASKED || asks && beat.kind() != Beat.Kind.WITHDRAWN;
        }
        return asks;
    }

    /** When the message first was an appeal; null if it never was. */
    Instant appealSince() {
        return appealSince;
    }

    /** When the gateway saw it become one, never before it was. */
    Instant detectedAt() {
        MessageVersion first = asking().first();
        return first.seenAt().isBefore(first.at()) ? first.at() : first.seenAt();
    }

    /** The newest text that was an appeal; of what never was one, the newest. */
    MessageVersion text() {
        return asking().newest();
    }

    /** What was decided on {@link #text()}. */
    Decision decision() {
        return asking().decision();
    }

    /** Why it is no appeal. */
    String excludedBy() {
        return asking().excludedBy();
    }

    /** When its clocks tell something by themselves; {@link Long#MAX_VALUE}: never. */
    long next() {
        return next;
    }

    void told(long nextAt) {
        next = nextAt;
    }

    /** All that is told of it but what clocks and the register say, as one number. */
    long facts() {
        Digest facts =
                new Digest()
                        .add(message().url())
                        .add(authorId)
                        .add(message().publishedAt())
                        .add(excludedBy());
        if (text() != null) {
            facts.add(text().text()).add(RecordDigests.of(decision()));
        }
        if (isAppeal()) {
            facts.add(appealSince).add(detectedAt());
        }
        for (Beat beat : beats()) {
            facts.add(beat.at()).add(beat.kind()).add(beat.causeId());
            facts.add(RecordDigests.of(beat.reply()));
        }
        return facts.bits();
    }

    void add(Beat beat) {
        inOrder = inOrder && (beats.isEmpty() || IN_TIME.compare(last(), beat) <= 0);
        beats.add(beat);
    }

    /** The facts in time order. */
    List<Beat> beats() {
        if (!inOrder) {
            beats.sort(IN_TIME);
            inOrder = true;
        }
        return beats;
    }

    private Beat last() {
        return beats.get(beats.size() - 1);
    }
}
