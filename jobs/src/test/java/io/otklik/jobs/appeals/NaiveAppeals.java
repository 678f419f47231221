package io.otklik.jobs.appeals;

import io.otklik.language.RuleBook;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The oracle of job {@code appeals}: lives through the facts of one thread in the order in which
 * they happened, as a clerk with a notebook would, in one pass and with mutable notes. Written
 * apart from the job's code; shares only the rule book.
 */
public final class NaiveAppeals {

    private final RuleBook rules = RuleBook.bundled();
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final Map<String, Message> comments = new HashMap<>();
    private final Map<String, String> answerOf = new HashMap<>();
    private final Map<String, Boolean> answerStands = new HashMap<>();
    private final Set<String> reported = new HashSet<>();
    private final Set<String> excluded = new HashSet<>();
    private final TreeSet<String> events = new TreeSet<>();
    private Community page;

    /** One line an appeal: id, since, status, answers, first answer, response time. */
    public static Map<String, String> appeals(List<Object> facts) {
        NaiveAppeals model = live(facts);
        Map<String, String> lines = new TreeMap<>();
        model.notes.forEach(
                (id, note) -> {
                    if (note.since != null) {
                        lines.put(id, model.line(note));
                    }
                });
        return lines;
    }

    /** One line an event: message, type, cause, time. */
    public static Set<String> events(List<Object> facts) {
        return live(facts).events;
    }

    private static NaiveAppeals live(List<Object> facts) {
        NaiveAppeals model = new NaiveAppeals();
        List<Message> messages = new ArrayList<>();
        for (Object fact : facts) {
            if (fact instanceof Message message) {
                messages.add(message);
            } else {
                model.page = (Community) fact;
            }
        }
        messages.sort(
                Comparator.comparing(Message::changedAt)
                        .thenComparing(Message::change)
                        .thenComparing(message -> message.messageId().length())
                        .thenComparing(Message::messageId));
        messages.forEach(model::happens);
        for (String id : model.excluded) {
            Message message = model.comments.get(id);
            model.event(id, AppealEventType.EXCLUDED, id, message.changedAt());
        }
        return model;
    }

    private void happens(Message change) {
        String id = change.messageId();
        Instant at = change.changedAt();
        boolean gone = change.change() == Change.DELETED;
        if (!gone) {
            comments.putIfAbsent(id, change);
        }
        Message original = comments.get(id);
        if (original == null || !reported.add(id + change.change() + at)) {
            return;
        }
        if (official(original)) {
            officialHappens(original, change, at, gone);
        } else if (original.authorKind() == AuthorKind.PERSON) {
            residentHappens(original, change, at, gone);
        }
    }

    private void residentHappens(Message original, Message change, Instant at, boolean gone) {
        String id = original.messageId();
        boolean reply =
                !top(original) && !original.communityId().equals(original.replyToAuthorId());
        boolean asks = !gone && rules.decide(change.text(), reply).appeal();
        Note note = notes.computeIfAbsent(id, key -> new Note(original));
        if (asks && note.since == null) {
            note.since = at;
            excluded.remove(id);
            event(id, AppealEventType.DETECTED, id, at);
        } else if (asks && !note.asks) {
            event(id, AppealEventType.REOPENED, id, at);
        } else if (!asks && note.asks) {
            event(id, AppealEventType.WITHDRAWN, id, at);
        } else if (note.since == null) {
            excluded.add(id);
        }
        note.asks = asks;
    }

    private void officialHappens(Message original, Message change, Instant at, boolean gone) {
        String id = original.messageId();
        if (change == original) {
            String chosen = id.equals(change.threadId()) ? null : whichAppeal(original);
            if (chosen == null) {
                return;
            }
            answerOf.put(id, chosen);
            notes.get(chosen).answers.add(id);
        }
        String appeal = answerOf.get(id);
        if (appeal == null) {
            return;
        }
        boolean stood = answerStands.getOrDefault(id, false);
        if (gone && stood) {
            event(appeal, AppealEventType.ANSWER_RETRACTED, id, at);
        } else if (!gone && !stood) {
            event(appeal, AppealEventType.FINAL, id, at);
        }
        answerStands.put(id, !gone);
    }

    /** The appeal that an official comment answers, by what is known when it is written. */
    private String whichAppeal(Message official) {
        boolean top = top(official);
        List<Note> waiting = new ArrayList<>();
        for (Note note : notes.values()) {
            if (note.since != null && (top || branch(note.message).equals(branch(official)))) {
                waiting.add(note);
            }
        }
        if (official.replyToAuthorId() != null) {
            List<Note> own = new ArrayList<>(waiting);
            own.removeIf(note -> !note.message.authorId().equals(official.replyToAuthorId()));
            if (!own.isEmpty()) {
                return unansweredElseLast(own).message.messageId();
            }
        }
        if (top) {
            return lastTopLevelAskedJustBefore(official);
        }
        if (!comments.containsKey(official.parentId())) {
            return null;
        }
        if (answerOf.containsKey(official.parentId())) {
            return answerOf.get(official.parentId());
        }
        Note parent = notes.get(official.parentId());
        boolean parentAsks = parent != null && parent.since != null;
        if (parentAsks && !official.parentId().equals(branch(official))) {
            return official.parentId();
        }
        Note last = waiting.isEmpty() ? null : unansweredElseLast(waiting);
        if (last != null && last.answers.isEmpty()) {
            return last.message.messageId();
        }
        return parentAsks ? official.parentId() : last == null ? null : last.message.messageId();
    }

    private String lastTopLevelAskedJustBefore(Message official) {
        Message before = null;
        for (Message comment : comments.values()) {
            if (top(comment)
                    && !comment.messageId().equals(comment.threadId())
                    && comment != official
                    && (before == null || comment.publishedAt().isAfter(before.publishedAt()))) {
                before = comment;
            }
        }
        Note note = before == null ? null : notes.get(before.messageId());
        if (waits(note)) {
            return before.messageId();
        }
        return waits(notes.get(official.threadId())) ? official.threadId() : null;
    }

    private static boolean waits(Note note) {
        return note != null && note.since != null && note.answers.isEmpty();
    }

    /** Answers the post, or is it. */
    private static boolean top(Message message) {
        return message.parentId() == null || message.parentId().equals(message.threadId());
    }

    private static Note unansweredElseLast(List<Note> notes) {
        Note chosen = notes.get(notes.size() - 1);
        for (int i = notes.size() - 1; i >= 0; i--) {
            if (notes.get(i).answers.isEmpty()) {
                return notes.get(i);
            }
        }
        return chosen;
    }

    private String branch(Message message) {
        Message at = message;
        while (!top(at)) {
            String parent = at.parentId();
            at = comments.get(parent);
            if (at == null) {
                return parent;
            }
        }
        return at.messageId();
    }

    private boolean official(Message message) {
        if (message.authorKind() == AuthorKind.COMMUNITY) {
            return true;
        }
        return page != null
                && page.officialAuthors().stream()
                        .anyMatch(
                                author ->
                                        author.authorId().equals(message.authorId())
                                                && author.validAt(message.changedAt()));
    }

    private void event(String appeal, AppealEventType type, String cause, Instant at) {
        events.add(String.join(" ", appeal, type.name(), cause, at.toString()));
    }

    private String line(Note note) {
        List<String> standing =
                note.answers.stream().filter(answer -> answerStands.get(answer)).toList();
        String status = !standing.isEmpty() ? "ANSWERED" : note.asks ? "OPEN" : "WITHDRAWN";
        String first = standing.isEmpty() ? null : standing.get(0);
        Long response =
                first == null
                        ? null
                        : comments.get(first).changedAt().toEpochMilli()
                                - note.since.toEpochMilli();
        return note.since + " " + status + " " + standing.size() + " " + first + " " + response;
    }

    private static final class Note {
        private final Message message;
        private final List<String> answers = new ArrayList<>();
        private Instant since;
        private boolean asks;

        Note(Message message) {
            this.message = message;
        }
    }
}
