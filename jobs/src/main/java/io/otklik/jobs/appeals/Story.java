package io.otklik.jobs.appeals;

import io.otklik.language.Decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The facts about one resident's message: what became of its text, and who said what to it. */
final class Story {

    private static final Comparator<Beat> IN_TIME =
            Comparator.comparing(Beat::at)
                    .thenComparing(Beat::kind)
                    .thenComparing(beat -> beat.cause().messageId());

    private TrackedMessage message;
    private final List<Beat> beats = new ArrayList<>();
    private final String branch;
    private final Story followed;

    /** When, and by which text, it first was an appeal; null if it never was. */
    private final MessageVersion first;

    /** The newest text that was an appeal, else the newest text. */
    private final MessageVersion newest;

    private final Decision decision;
    private final String excludedBy;
    private boolean inOrder;
    private long next = Long.MAX_VALUE;

    /**
     * @param decisions on each version of the message, null for a deletion
     * @param followed the appeal of the same resident that it goes on with; null if none: then what
     *     asks for something is an appeal
     */
    Story(TrackedMessage message, List<Decision> decisions, String branch, Story followed) {
        this(message, decisions, branch, followed, null);
    }

    private Story(
            TrackedMessage message,
            List<Decision> decisions,
            String branch,
            Story followed,
            String reason) {
        this.message = message;
        this.branch = branch;
        this.followed = followed;
        MessageVersion since = null;
        MessageVersion text = null;
        Decision decided = null;
        boolean asking = false;
        for (int i = 0; i < decisions.size(); i++) {
            MessageVersion version = message.versions().get(i);
            Decision own = decisions.get(i);
            if (message.repeatsDeletion(i) || version.deleted() && message.deletedByAnother(i)) {
                // A complaint that another takes away is owed an answer all the same.
                continue;
            }
            boolean asks =
                    own != null && own.kind().needsAnswer() && followed == null && reason == null;
            if (asks && !asking) {
                beats.add(new Beat(version.at(), Beat.Kind.ASKED, message, null));
                since = since == null ? version : since;
            } else if (!asks && asking) {
                beats.add(new Beat(version.at(), Beat.Kind.WITHDRAWN, message, null));
            }
            if (asks || own != null && since == null) {
                text = version;
                decided = own;
            }
            asking = asks;
        }
        this.first = since;
        this.newest = text;
        this.decision = decided;
        this.excludedBy =
                since != null || decided == null
                        ? null
                        : reason != null
                                ? reason
                                : followed == null
                                        ? decided.kind().label()
                                        : "follow_up " + followed.message.messageId();
        this.inOrder = true;
    }

    /**
     * Of a message that can be no appeal, whatever it says.
     *
     * @param reason why
     */
    static Story excluded(
            TrackedMessage message, List<Decision> decisions, String branch, String reason) {
        return new Story(message, decisions, branch, null, reason);
    }

    TrackedMessage message() {
        return message;
    }

    /** The message as state holds it now; its facts are the same. */
    void keep(TrackedMessage kept) {
        message = kept;
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
        return first != null;
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
        return first == null ? null : first.at();
    }

    /** When the gateway saw it become one, never before it was. */
    Instant detectedAt() {
        return first.seenAt().isBefore(first.at()) ? first.at() : first.seenAt();
    }

    /** The newest text that was an appeal; of what never was one, the newest. */
    MessageVersion text() {
        return newest;
    }

    /** What was decided on {@link #text()}. */
    Decision decision() {
        return decision;
    }

    /** Why it is no appeal. */
    String excludedBy() {
        return excludedBy;
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
                        .add(message.url())
                        .add(message.authorId())
                        .add(message.publishedAt())
                        .add(excludedBy);
        if (newest != null) {
            facts.add(newest.text());
            facts.add(RecordDigests.of(decision));
        }
        if (first != null) {
            facts.add(first.at()).add(first.seenAt());
        }
        for (Beat beat : beats()) {
            facts.add(beat.at()).add(beat.kind()).add(beat.cause().messageId());
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
