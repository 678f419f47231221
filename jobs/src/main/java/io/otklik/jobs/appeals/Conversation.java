package io.otklik.jobs.appeals;

import io.otklik.language.Decision;
import io.otklik.language.Kind;
import io.otklik.language.Later;
import io.otklik.language.Reading;
import io.otklik.language.ThreadContext;
import io.otklik.language.ThreadMessage;
import io.otklik.language.ThreadPlace;
import io.otklik.language.ThreadReader;
import io.otklik.language.answer.AnswerMatch;
import io.otklik.schemas.AuthorKind;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One thread, seen whole: which residents' messages are appeals and who said what to them. A pure
 * function of the messages and of who is official; the order in which they became known does not
 * matter, for messages are always added in the order in which they were written. What comes later
 * changes nothing of what was decided on earlier ones, so a message that is the latest is simply
 * added; any other fact makes the thread be heard anew from the message that it concerns. What
 * messages were heard to be is in state ({@link Heard}), so that only what is heard anew is read.
 */
final class Conversation {

    /** Why the message of another page is no appeal. */
    private static final String ANOTHER_PAGE = "other_community";

    private final String threadId;
    private final Officials officials;
    private final Interpreter interpreter;
    private final ThreadReader thread;
    private final Targets targets;
    private final Links links;
    private final Map<String, Story> stories = new LinkedHashMap<>();

    /** The stories whose clocks will tell something by themselves: few of an old thread's. */
    private final Set<Story> running = new LinkedHashSet<>();

    private final Map<String, List<Story>> appealsByAuthor = new HashMap<>();

    /** Messages that speak for the page, of which something was emitted as of a resident's. */
    private final List<TrackedMessage> mistaken = new ArrayList<>();

    private final AnswerTemplates templates = new AnswerTemplates();
    private final ReplyReader replyReader;
    private final Map<String, TrackedMessage> heardAnew = new LinkedHashMap<>();

    /** Where the latest message stands in time; null if there is none. */
    private MessagePlace latest;

    private int size;

    /** Whether what state heard of the message that is added now may be heard otherwise. */
    private boolean doubtful;

    /**
     * @param zone of the page, for the days that an answer names
     */
    Conversation(String threadId, Officials officials, ZoneId zone, Interpreter interpreter) {
        this.threadId = threadId;
        this.officials = officials;
        this.interpreter = interpreter;
        this.thread = interpreter.newThread(threadId);
        this.links = new Links(threadId);
        this.targets = new Targets(threadId);
        this.replyReader = new ReplyReader(interpreter, zone, templates);
    }

    /**
     * A thread from its beginning; messages of which only a deletion is known wait. What messages
     * were heard to be is taken over, unless they are changed or were heard by another model; after
     * the first of those only of messages that stand among the same.
     *
     * @param anew whether nothing is taken over: who is official may have changed
     */
    static Conversation of(
            String threadId,
            Iterable<KeptMessage> messages,
            Officials officials,
            ZoneId zone,
            Interpreter interpreter,
            boolean anew) {
        Conversation conversation = new Conversation(threadId, officials, zone, interpreter);
        String by = interpreter.heardBy();
        for (ReadMessage read : ReadMessage.inTime(messages)) {
            TrackedMessage message = read.message();
            boolean known =
                    !anew
                            && message.heard() != null
                            && message.heard().by().equals(by)
                            && message.heard().decisions().isEmpty() == officials.wrote(message);
            conversation.doubtful |= !known;
            if (known) {
                conversation.add(message, read.kept());
            } else {
                conversation.add(message.with(null));
            }
        }
        return conversation;
    }

    /** Whether a message that is new comes after all that is known. */
    boolean isNext(TrackedMessage message) {
        return message.publishedAt() != null
                && (latest == null || latest.compareTo(MessagePlace.of(message)) < 0);
    }

    /** When the clocks of its stories, all told before, tell something by themselves. */
    long next() {
        long next = Long.MAX_VALUE;
        for (Story story : running) {
            next = Math.min(next, story.next());
        }
        return next;
    }

    /**
     * Notes that a story of the thread was told.
     *
     * @param next when its clocks tell something by themselves; {@link Long#MAX_VALUE}: never
     */
    void told(Story story, long next) {
        story.told(next);
        if (next == Long.MAX_VALUE) {
            running.remove(story);
        } else {
            running.add(story);
        }
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

    /** Whether a message was new, changed or heard by another model when the thread was read. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** The history of every resident's message of the thread, in time order. */
    Collection<Story> stories() {
        return stories.values();
    }

    /** Messages that speak for the page, of which something was emitted as of a resident's. */
    List<TrackedMessage> mistaken() {
        return mistaken;
    }

    /** State keeps a message so from now on. */
    void keep(String messageId, KeptMessage kept) {
        Story story = stories.get(messageId);
        if (story != null) {
            story.keep(kept);
        }
    }

    /**
     * Messages that were heard anew since the last call, by their ids, as state is to keep them.
     */
    Map<String, TrackedMessage> takeHeardAnew() {
        Map<String, TrackedMessage> taken = new LinkedHashMap<>(heardAnew);
        heardAnew.clear();
        return taken;
    }

    /**
     * Adds the latest message.
     *
     * @return the stories that it adds to, its own first
     */
    Collection<Story> add(TrackedMessage message) {
        return add(message, null);
    }

    /**
     * @param kept the message as state keeps it, of one that is not heard anew; else null
     */
    private Collection<Story> add(TrackedMessage message, KeptMessage kept) {
        latest = MessagePlace.of(message);
        size++;
        links.note(message);
        ThreadMessage place =
                new ThreadMessage(
                        message.messageId(),
                        message.parentId(),
                        message.replyToAuthorId(),
                        message.authorId(),
                        officials.role(message),
                        message.messageId().equals(threadId),
                        null);
        if (officials.wrote(message)) {
            return official(message, place);
        }
        long surroundings = message.heard() == null || doubtful ? surroundings(message, place) : 0;
        boolean stands =
                message.heard() != null
                        && (!doubtful
                                || !message.heard().likeOfficial()
                                        && message.heard().surroundings() == surroundings);
        return stands
                ? other(message, kept, place, surroundings)
                : other(message.with(null), null, place, surroundings);
    }

    /** All that a message of no official is heard by but its own text and the language. */
    private long surroundings(TrackedMessage message, ThreadMessage place) {
        ThreadPlace at = thread.place(place);
        Digest digest =
                new Digest()
                        .add(at.author())
                        .add(at.reply())
                        .add(at.parentAuthor())
                        .add(at.toOwnWords())
                        .add(at.ownAppealAbove())
                        .add(at.appealAbove())
                        .add(at.officialAbove())
                        .add(at.parentKind())
                        .add(at.told())
                        .add(appealsByAuthor.isEmpty())
                        .add(officials.wroteAtAnotherTime(message));
        links.addText(at.post(), digest);
        links.addText(at.parent(), digest);
        at.asked().forEach(id -> links.addText(id, digest));
        return digest.bits();
    }

    private Collection<Story> official(TrackedMessage message, ThreadMessage place) {
        thread.note(place, readLater(message), Kind.OFFICIAL);
        boolean stands = message.heard() != null && !doubtful;
        TrackedMessage heard = stands ? message : hear(message);
        if (!heard.emitted().nothing()) {
            mistaken.add(heard);
        }
        List<Beat> beats = Beat.ofAnswers(heard);
        List<String> ids = beats.isEmpty() ? List.of() : heard.heard().answers();
        Set<Story> answered = asked(ids);
        // Who goes on about an appeal has the answer to both.
        Set<String> given = new LinkedHashSet<>(ids);
        answered.forEach(story -> given.add(story.messageId()));
        if (stands) {
            targets.matched(heard, List.copyOf(given));
        } else {
            targets.give(List.copyOf(given));
        }
        if (heard == message) {
            noteGiven(heard);
        }
        for (Story story : answered) {
            beats.forEach(story::add);
        }
        return answered;
    }

    /** The appeals that answers to those messages are to; what is forgotten already is left out. */
    private Set<Story> asked(List<String> ids) {
        Set<Story> asked = new LinkedHashSet<>();
        for (String id : ids) {
            Story story = stories.get(id);
            if (story != null && story.asked() != null) {
                asked.add(story.asked());
            }
        }
        return asked;
    }

    private List<String> idsOfAsked(List<String> ids) {
        return asked(ids).stream().map(story -> story.messageId()).toList();
    }

    /**
     * Finds out what an official message answers, and how; the very same object if it was heard so
     * already.
     */
    private TrackedMessage hear(TrackedMessage message) {
        Instant at = message.publishedAt();
        AnswerMatch match = targets.match(message, id -> isAppealAt(id, at));
        List<String> asked = idsOfAsked(match.ids());
        long surroundings =
                new Digest()
                        .add(match.ids())
                        .add(match.context())
                        .add(asked)
                        .add(templates.facts())
                        .bits();
        if (message.heard() != null && message.heard().surroundings() == surroundings) {
            return message;
        }
        List<Reply> replies =
                match.ids().isEmpty()
                        ? List.of()
                        : replyReader.read(message, match.context(), asked);
        return heard(message, List.of(), false, match.ids(), surroundings, replies);
    }

    /** Remembers what an answer said, of one that is not heard anew. */
    private void noteGiven(TrackedMessage message) {
        List<String> asked = idsOfAsked(message.heard().answers());
        for (Reply reply : message.heard().replies()) {
            if (reply != null) {
                templates.give(message.messageId(), asked, reply.text());
            }
        }
    }

    private TrackedMessage heard(
            TrackedMessage message,
            List<Decision> decisions,
            boolean likeOfficial,
            List<String> answers,
            long surroundings,
            List<Reply> replies) {
        TrackedMessage heard =
                message.with(
                        new Heard(
                                interpreter.heardBy(),
                                interpreter.modelVersion(),
                                decisions,
                                likeOfficial,
                                answers,
                                surroundings,
                                replies));
        heardAnew.put(heard.messageId(), heard);
        return heard;
    }

    /**
     * @param surroundings of one that is heard anew
     */
    private Collection<Story> other(
            TrackedMessage message, KeptMessage kept, ThreadMessage place, long surroundings) {
        List<Decision> decisions =
                message.heard() == null ? decide(message, place) : message.heard().decisions();
        Decision newest = lastOf(decisions);
        boolean likeOfficial =
                message.heard() == null
                        ? isLikeOfficial(message, place, newest)
                        : message.heard().likeOfficial();
        thread.note(
                place,
                message.heard() == null ? Later.made(context(message)) : readLater(message),
                newest.kind());
        Found found = new Found(decisions, newest, likeOfficial, surroundings);
        return message.authorKind() == AuthorKind.PERSON
                ? resident(message, kept, found)
                : anotherPage(message, kept, found);
    }

    /** Whether whoever is no official says what an official would. */
    private boolean isLikeOfficial(TrackedMessage message, ThreadMessage place, Decision newest) {
        if (newest.kind().needsAnswer() || appealsByAuthor.isEmpty()) {
            return false;
        }
        return newest.kind() == Kind.OFFICIAL
                || officials.wroteAtAnotherTime(message)
                || newest.kind() != Kind.THANKS
                        && interpreter.soundsOfficial(message.newestText(), thread.context(place));
    }

    /** Another page is nobody's resident, and answers for nobody; both are told of. */
    private Collection<Story> anotherPage(TrackedMessage message, KeptMessage kept, Found found) {
        Story own =
                Story.excluded(
                        message,
                        kept,
                        found.decisions,
                        links.branch(message.messageId()),
                        ANOTHER_PAGE);
        stories.put(message.messageId(), own);
        Set<Story> touched = new LinkedHashSet<>();
        touched.add(own);
        hear(own, found, found.likeOfficial, touched);
        return touched;
    }

    private Collection<Story> resident(TrackedMessage message, KeptMessage kept, Found found) {
        String branch = links.branch(message.messageId());
        Story before = appealOf(message.authorId(), branch, message.publishedAt());
        boolean follows = before != null && found.newest.kind() == Kind.FOLLOW_UP;
        Story own = new Story(message, kept, found.decisions, branch, follows ? before : null);
        stories.put(message.messageId(), own);
        Set<Story> touched = new LinkedHashSet<>();
        touched.add(own);
        Instant at = message.publishedAt();
        if (own.isAppeal()) {
            appealsByAuthor
                    .computeIfAbsent(message.authorId(), author -> new ArrayList<>())
                    .add(own);
        }
        if (before != null && found.newest.kind() != Kind.THANKS && !message.latest().deleted()) {
            boolean speaks = before.branch().equals(branch);
            if (follows || speaks) {
                Beat.Kind kind = follows ? Beat.Kind.FOLLOWED_UP : Beat.Kind.SPOKE;
                before.add(new Beat(at, kind, message.messageId(), null));
                touched.add(before);
            }
        }
        hear(own, found, found.likeOfficial && !own.isAppeal(), touched);
        return touched;
    }

    /** Whoever is no official and answers like one is told of to the appeals that he answers. */
    private void hear(Story own, Found found, boolean likeOfficial, Set<Story> touched) {
        TrackedMessage message = own.message();
        Instant at = message.publishedAt();
        List<String> answers = likeOfficial ? answers(message) : List.of();
        for (Story answered : asked(answers)) {
            if (!answered.authorId().equals(message.authorId())) {
                answered.add(
                        new Beat(at, Beat.Kind.ANSWERED_UNOFFICIALLY, message.messageId(), null));
                touched.add(answered);
            }
        }
        if (!likeOfficial) {
            targets.resident(message, found.newest.needsAnswer());
        }
        if (message.heard() == null) {
            own.now(
                    heard(
                            message,
                            found.decisions,
                            likeOfficial,
                            answers,
                            found.surroundings,
                            List.of()));
        }
    }

    /** What a resident's message would answer if its author were official. */
    private List<String> answers(TrackedMessage message) {
        if (message.heard() != null) {
            targets.matched(message, List.of());
            return message.heard().answers();
        }
        Instant at = message.publishedAt();
        return targets.match(message, id -> isAppealAt(id, at)).ids();
    }

    private List<Decision> decide(TrackedMessage message, ThreadMessage place) {
        ThreadContext context = thread.context(place);
        List<Decision> decisions = new ArrayList<>(message.versions().size());
        for (MessageVersion version : message.versions()) {
            decisions.add(version.deleted() ? null : interpreter.decide(version.text(), context));
        }
        return decisions;
    }

    /** What messages below need of a text that was just read; few messages have any below. */
    private Reading context(TrackedMessage message) {
        String text = message.newestText();
        return interpreter.context(interpreter.reading(text), text);
    }

    private Later<Reading> readLater(TrackedMessage message) {
        String text = message.newestText();
        return Later.of(() -> interpreter.reading(text));
    }

    /** Whether it is, or goes on about, what was an appeal by then. */
    private boolean isAppealAt(String id, Instant at) {
        Story story = stories.get(id);
        Story asked = story == null ? null : story.asked();
        return asked != null && !asked.appealSince().isAfter(at);
    }

    /**
     * The author's latest appeal at that time that is not withdrawn; one in the same branch comes
     * first.
     */
    private Story appealOf(String author, String branch, Instant at) {
        Story found = null;
        for (Story story : appealsByAuthor.getOrDefault(author, List.of())) {
            boolean nearer =
                    found == null
                            || story.branch().equals(branch)
                            || !found.branch().equals(branch);
            if (nearer && story.asksAt(at)) {
                found = story;
            }
        }
        return found;
    }

    private static Decision lastOf(List<Decision> decisions) {
        Decision last = null;
        for (Decision decision : decisions) {
            last = decision == null ? last : decision;
        }
        return last;
    }

    /**
     * What was found of a message that no official wrote.
     *
     * @param newest of the decisions
     */
    private record Found(
            List<Decision> decisions, Decision newest, boolean likeOfficial, long surroundings) {}
}
