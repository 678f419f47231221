package io.otklik.language;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides on the messages of one thread, one after another: earlier messages are the context of
 * later ones. The same walk serves training, evaluation, {@code otklik classify} and job {@code
 * appeals}.
 */
public final class ThreadReader {

    /** So many messages that ask are remembered for the topic of those below. */
    public static final int MOST_ASKED = 2;

    private final String threadId;
    private final MessageReader reader;
    private final Map<String, Seen> byId = new HashMap<>();

    /** Authors of whom an appeal stands in the thread. */
    private final Set<String> askers = new HashSet<>();

    /** Branches, by their root, in which an appeal stands. */
    private final Set<String> askedBranches = new HashSet<>();

    /** Branches, by their root, in which the page spoke. */
    private final Set<String> answeredBranches = new HashSet<>();

    private final Deque<String> asked = new ArrayDeque<>(MOST_ASKED);

    private String post;
    private String postAuthor;

    /**
     * @param threadId id of the post, whether or not the post will be seen
     */
    public ThreadReader(String threadId, MessageReader reader) {
        this.threadId = threadId;
        this.reader = reader;
    }

    /** Decides on the thread's next message and remembers it as context. */
    public Decision next(ThreadMessage message) {
        Decision decision = reader.decide(message.reading(), context(message));
        note(message, decision.kind());
        return decision;
    }

    /** Where a message stands, given the messages noted before it. */
    public ThreadContext context(ThreadMessage message) {
        ThreadPlace place = place(message);
        return new ThreadContext(
                place.author(),
                place.reply(),
                reading(place.post()),
                reading(place.parent()),
                place.parentAuthor(),
                place.toOwnWords(),
                place.ownAppealAbove(),
                place.appealAbove(),
                place.officialAbove(),
                place.parentKind(),
                place.asked().stream().map(id -> byId.get(id).reading).toList(),
                place.told());
    }

    private Reading reading(String id) {
        return id == null ? null : byId.get(id).reading.get();
    }

    /** The same before any text is read. */
    public ThreadPlace place(ThreadMessage message) {
        Seen parent = message.parentId() == null ? null : byId.get(message.parentId());
        if (parent != null && parent.message.post()) {
            parent = null;
        }
        boolean reply = parent != null || isReply(message);
        String root = parent == null ? message.parentId() : parent.root;
        boolean own = parent != null && same(message.authorId(), parent.message.authorId());
        return new ThreadPlace(
                author(message),
                reply,
                post,
                parent == null ? null : parent.message.id(),
                parent == null ? AuthorRole.UNKNOWN : parent.role(),
                own,
                message.authorId() != null && askers.contains(message.authorId()),
                reply && askedBranches.contains(root),
                reply && answeredBranches.contains(root),
                parent == null ? null : parent.kind(),
                List.copyOf(asked),
                addressee(message));
    }

    /** A post of which the source does not tell who wrote it is the page's. */
    private static AuthorRole author(ThreadMessage message) {
        return message.post() && message.author() == AuthorRole.UNKNOWN
                ? AuthorRole.OFFICIAL
                : message.author();
    }

    private Addressee addressee(ThreadMessage message) {
        if (message.replyToAuthorId() == null || postAuthor == null) {
            return Addressee.UNKNOWN;
        }
        return message.replyToAuthorId().equals(postAuthor) ? Addressee.PAGE : Addressee.PERSON;
    }

    /** Remembers a message and what it was found, or is known, to be. */
    public void note(ThreadMessage message, Kind kind) {
        note(message, Later.made(message.reading()), kind);
    }

    /**
     * Remembers a message that was decided on before.
     *
     * @param message without a reading
     * @param reading made only if something below the message is decided on
     */
    public void note(ThreadMessage message, Later<Reading> reading, Kind kind) {
        if (message.post()) {
            post = message.id();
            postAuthor = message.authorId();
        }
        Seen parent = message.parentId() == null ? null : byId.get(message.parentId());
        String root = message.id();
        if (parent != null && !parent.message.post()) {
            root = parent.root;
        } else if (isReply(message)) {
            root = message.parentId();
        }
        byId.put(message.id(), new Seen(message, reading, kind, root));
        if (message.post()) {
            return;
        }
        if (kind.needsAnswer()) {
            if (asked.size() == MOST_ASKED) {
                asked.removeFirst();
            }
            asked.addLast(message.id());
            askedBranches.add(root);
            if (message.authorId() != null) {
                askers.add(message.authorId());
            }
        } else if (kind == Kind.OFFICIAL) {
            answeredBranches.add(root);
        }
    }

    /** A parent that is not known is a comment unless it is the post. */
    private boolean isReply(ThreadMessage message) {
        return !message.post()
                && message.parentId() != null
                && !message.parentId().equals(threadId);
    }

    private static boolean same(String one, String other) {
        return one != null && one.equals(other);
    }

    private record Seen(ThreadMessage message, Later<Reading> reading, Kind kind, String root) {

        AuthorRole role() {
            if (message.author() != AuthorRole.UNKNOWN) {
                return message.author();
            }
            return kind == Kind.OFFICIAL ? AuthorRole.OFFICIAL : AuthorRole.RESIDENT;
        }
    }
}
