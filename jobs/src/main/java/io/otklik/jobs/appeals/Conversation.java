package io.otklik.jobs.appeals;

import io.otklik.language.AnswerKind;
import io.otklik.language.Decision;
import io.otklik.language.Kind;
import io.otklik.language.Reading;
import io.otklik.language.ThreadContext;
import io.otklik.language.ThreadMessage;
import io.otklik.language.ThreadReader;
import io.otklik.language.answer.AnswerDecision;
import io.otklik.language.answer.AnswerMatch;
import io.otklik.language.answer.AnswerReading;
import io.otklik.language.answer.AnswerTargets;
import io.otklik.language.answer.TalkLine;
import io.otklik.language.answer.TemplateSignature;
import io.otklik.schemas.AuthorKind;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One thread, seen whole: which residents' messages are appeals and who said what to them. A pure
 * function of the messages and of who is official; the order in which they became known does not
 * matter, for messages are always added in the order in which they were written. What comes later
 * changes nothing of what was decided on earlier ones, so a message that is the latest is simply
 * added; any other fact makes the thread be read anew from the message that it concerns.
 */
final class Conversation {

    static final Comparator<TrackedMessage> IN_TIME =
            Comparator.comparing(TrackedMessage::publishedAt)
                    .thenComparing(message -> message.messageId().length())
                    .thenComparing(TrackedMessage::messageId);

    /** Deeper chains of replies than any platform makes; a cycle in broken data ends here. */
    private static final int DEEPEST = 100;

    private final String threadId;
    private final Officials officials;
    private final ZoneId zone;
    private final Interpreter interpreter;
    private final ThreadReader thread;
    private final AnswerTargets targets;
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Story> stories = new LinkedHashMap<>();
    private final Map<String, List<Story>> appealsByAuthor = new HashMap<>();
    private final List<TrackedMessage> officialMessages = new ArrayList<>();
    private final List<Given> given = new ArrayList<>();
    private final List<Heard> heard = new ArrayList<>();
    private TrackedMessage latest;
    private int size;

    /**
     * @param zone of the page, for the days that an answer names
     */
    Conversation(String threadId, Officials officials, ZoneId zone, Interpreter interpreter) {
        this.threadId = threadId;
        this.officials = officials;
        this.zone = zone;
        this.interpreter = interpreter;
        this.thread = interpreter.newThread();
        this.targets = new AnswerTargets(threadId);
    }

    /**
     * Reads a thread from its beginning; messages of which only a deletion is known wait.
     *
     * @param before the thread as it was read last, by the same officials and interpreter: what was
     *     decided up to the first message that differs is taken over; null if that is not at hand
     */
    static Conversation of(
            String threadId,
            Collection<TrackedMessage> messages,
            Officials officials,
            ZoneId zone,
            Interpreter interpreter,
            Conversation before) {
        Conversation conversation = new Conversation(threadId, officials, zone, interpreter);
        List<TrackedMessage> inOrder = new ArrayList<>(messages);
        inOrder.removeIf(message -> message.publishedAt() == null);
        inOrder.sort(IN_TIME);
        int taken = before == null ? 0 : before.heardAlike(inOrder);
        for (int i = 0; i < inOrder.size(); i++) {
            conversation.add(inOrder.get(i), i < taken ? before.heard.get(i) : null);
        }
        return conversation;
    }

    /** How many messages, from the beginning, were there already and said the same. */
    private int heardAlike(List<TrackedMessage> inOrder) {
        int most = Math.min(heard.size(), inOrder.size());
        int alike = 0;
        while (alike < most && heard.get(alike).isOf(inOrder.get(alike))) {
            alike++;
        }
        return alike;
    }

    /** Whether a message that is new comes after all that is known. */
    boolean isNext(TrackedMessage message) {
        return message.publishedAt() != null
                && (latest == null || IN_TIME.compare(latest, message) < 0);
    }

    /** When the clocks of its stories, all told before, tell something by themselves. */
    long next() {
        long next = Long.MAX_VALUE;
        for (Story story : stories.values()) {
            next = Math.min(next, story.next());
        }
        return next;
    }

    /** The stories, all told before, of which the clocks tell something up to an instant. */
    List<Story> due(long until) {
        List<Story> due = new ArrayList<>();
        for (Story story : stories.values()) {
            if (story.next() <= until) {
                due.add(story);
            }
        }
        return due;
    }

    int size() {
        return size;
    }

    /** The history of every resident's message of the thread, in time order. */
    Collection<Story> stories() {
        return stories.values();
    }

    /** The messages that speak for the page. */
    List<TrackedMessage> officialMessages() {
        return officialMessages;
    }

    /**
     * Adds the latest message.
     *
     * @return the stories that it adds to, its own first
     */
    Collection<Story> add(TrackedMessage message) {
        return add(message, null);
    }

    private Collection<Story> add(TrackedMessage message, Heard known) {
        latest = message;
        size++;
        parents.put(message.messageId(), message.parentId());
        Heard now = known == null ? hear(message) : known;
        heard.add(now);
        if (now.speaksForPage()) {
            thread.note(now.noted, Kind.OFFICIAL);
            return official(message);
        }
        Decision newest = lastOf(now.decisions);
        thread.note(now.noted, newest.kind());
        return message.authorKind() == AuthorKind.PERSON
                ? resident(message, now.decisions, newest)
                : Set.of();
    }

    /** Reads a message and, unless it speaks for the page, decides on it. */
    private Heard hear(TrackedMessage message) {
        String text = message.newestText();
        Reading reading = interpreter.reading(text);
        ThreadMessage place =
                new ThreadMessage(
                        message.messageId(),
                        message.parentId(),
                        message.replyToAuthorId(),
                        message.authorId(),
                        officials.role(message),
                        message.messageId().equals(threadId),
                        reading);
        List<Decision> decisions =
                officials.wrote(message) ? List.of() : decide(message, thread.context(place));
        // After the decision, which may still make what the context then keeps.
        ThreadMessage noted = place.with(interpreter.context(reading, text));
        return new Heard(noted, message.authorKind(), message.versions(), decisions);
    }

    private Collection<Story> official(TrackedMessage message) {
        officialMessages.add(message);
        Instant at = message.publishedAt();
        AnswerMatch match = targets.match(line(message), id -> isAppealAt(id, at));
        if (match.ids().isEmpty()) {
            return Set.of();
        }
        List<Beat> beats = replies(message, match);
        if (beats.isEmpty()) {
            return Set.of();
        }
        targets.give(line(message), match.ids());
        Set<Story> touched = new LinkedHashSet<>();
        for (String id : match.ids()) {
            Story story = stories.get(id);
            beats.forEach(story::add);
            touched.add(story);
        }
        return touched;
    }

    private Collection<Story> resident(
            TrackedMessage message, List<Decision> decisions, Decision newest) {
        String branch = branch(message);
        Story before = appealOf(message.authorId(), branch, message.publishedAt());
        boolean follows = before != null && newest.kind() == Kind.FOLLOW_UP;
        Story own = new Story(message, decisions, branch, follows ? before : null);
        stories.put(message.messageId(), own);
        Set<Story> touched = new LinkedHashSet<>();
        touched.add(own);
        Instant at = message.publishedAt();
        if (own.isAppeal()) {
            appealsByAuthor
                    .computeIfAbsent(message.authorId(), author -> new ArrayList<>())
                    .add(own);
        }
        if (before != null && newest.kind() != Kind.THANKS && !message.latest().deleted()) {
            boolean speaks = before.branch().equals(branch);
            if (follows || speaks) {
                Beat.Kind kind = follows ? Beat.Kind.FOLLOWED_UP : Beat.Kind.SPOKE;
                before.add(new Beat(at, kind, message, null));
                touched.add(before);
            }
        }
        boolean likeOfficial =
                !own.isAppeal()
                        && (newest.kind() == Kind.OFFICIAL
                                || officials.wroteAtAnotherTime(message));
        if (likeOfficial) {
            AnswerMatch match = targets.match(line(message), id -> isAppealAt(id, at));
            for (String id : match.ids()) {
                if (!stories.get(id).message().authorId().equals(message.authorId())) {
                    stories.get(id)
                            .add(new Beat(at, Beat.Kind.ANSWERED_UNOFFICIALLY, message, null));
                    touched.add(stories.get(id));
                }
            }
        } else {
            targets.resident(line(message), newest.needsAnswer());
        }
        return touched;
    }

    private List<Decision> decide(TrackedMessage message, ThreadContext context) {
        List<Decision> decisions = new ArrayList<>(message.versions().size());
        for (MessageVersion version : message.versions()) {
            decisions.add(version.deleted() ? null : interpreter.decide(version.text(), context));
        }
        return decisions;
    }

    /** From when to when an official message answers, and how, as its text changes. */
    private List<Beat> replies(TrackedMessage message, AnswerMatch match) {
        List<Beat> beats = new ArrayList<>();
        Reply standing = null;
        for (MessageVersion version : message.versions()) {
            Reply now = version.deleted() ? null : reply(message, version, match);
            boolean counts = now != null && now.counts();
            boolean less =
                    standing != null && (!counts || now.kind().compareTo(standing.kind()) < 0);
            if (less) {
                beats.add(new Beat(version.at(), Beat.Kind.UNANSWERED, message, null));
                standing = null;
            }
            // What a message said before an edit into more stays said: the first answer is no
            // later.
            if (counts && (standing == null || now.kind() != standing.kind())) {
                beats.add(new Beat(version.at(), Beat.Kind.ANSWERED, message, now));
                standing = now;
            }
        }
        return beats;
    }

    private Reply reply(TrackedMessage message, MessageVersion version, AnswerMatch match) {
        AnswerReading reading =
                interpreter.answer(version.text(), version.at().atZone(zone).toLocalDate());
        AnswerDecision decision = interpreter.decide(reading, match.context());
        // What the centres count as still open is no end of it («Не решено», «Отложено»).
        boolean leavesOpen = decision.outcome() != null && decision.outcome().leavesOpen();
        AnswerKind kind = leavesOpen ? AnswerKind.INTERIM : decision.kind();
        boolean passesOn = kind == AnswerKind.ACK || kind == AnswerKind.INTERIM;
        return new Reply(
                kind,
                decision.outcome(),
                decision.promisedUntil() == null
                        ? null
                        : decision.promisedUntil()
                                .plusDays(1)
                                .atStartOfDay(zone)
                                .toInstant()
                                .minusMillis(1),
                passesOn ? reading.redirect() : null,
                isTemplate(message, reading.template(), match.ids()),
                String.join(" ", decision.reasons()),
                version.text());
    }

    /** Whether somebody else got nearly the same before. */
    private boolean isTemplate(
            TrackedMessage message, TemplateSignature signature, List<String> ids) {
        boolean template = false;
        for (Given before : given) {
            template |=
                    !before.messageId.equals(message.messageId())
                            && !before.ids.containsAll(ids)
                            && TemplateSignature.isSameTemplate(before.signature, signature);
        }
        given.add(new Given(message.messageId(), ids, signature));
        return template;
    }

    private boolean isAppealAt(String id, Instant at) {
        Story story = stories.get(id);
        return story != null && story.isAppeal() && !story.appealSince().isAfter(at);
    }

    /** The author's latest appeal at that time; one in the same branch comes first. */
    private Story appealOf(String author, String branch, Instant at) {
        Story found = null;
        for (Story story : appealsByAuthor.getOrDefault(author, List.of())) {
            boolean nearer =
                    found == null
                            || story.branch().equals(branch)
                            || !found.branch().equals(branch);
            if (!story.appealSince().isAfter(at) && nearer) {
                found = story;
            }
        }
        return found;
    }

    private TalkLine line(TrackedMessage message) {
        return new TalkLine(
                message.messageId(),
                message.parentId(),
                message.replyToAuthorId(),
                message.authorId(),
                message.publishedAt(),
                interpreter.talk(message.newestText()));
    }

    /** The first comment of the branch that a message stands in: itself, if it opens one. */
    private String branch(TrackedMessage message) {
        String at = message.messageId();
        for (int depth = 0; depth < DEEPEST; depth++) {
            String parent = parents.get(at);
            if (parent == null || parent.equals(threadId)) {
                return at;
            }
            at = parent;
        }
        return at;
    }

    private static Decision lastOf(List<Decision> decisions) {
        Decision last = null;
        for (Decision decision : decisions) {
            last = decision == null ? last : decision;
        }
        return last;
    }

    /**
     * A message as it was read.
     *
     * @param decisions on each version, null for a deletion; none if it speaks for the page
     */
    private record Heard(
            ThreadMessage noted,
            AuthorKind authorKind,
            List<MessageVersion> versions,
            List<Decision> decisions) {

        boolean speaksForPage() {
            return decisions.isEmpty();
        }

        boolean isOf(TrackedMessage message) {
            return noted.id().equals(message.messageId())
                    && Objects.equals(noted.parentId(), message.parentId())
                    && Objects.equals(noted.replyToAuthorId(), message.replyToAuthorId())
                    && Objects.equals(noted.authorId(), message.authorId())
                    && authorKind == message.authorKind()
                    && versions.equals(message.versions());
        }
    }

    private record Given(String messageId, List<String> ids, TemplateSignature signature) {}
}
