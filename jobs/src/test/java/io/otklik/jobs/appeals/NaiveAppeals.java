package io.otklik.jobs.appeals;

import io.otklik.language.AnswerKind;
import io.otklik.language.Kind;
import io.otklik.language.ThreadContext;
import io.otklik.language.answer.AnswerTargets;
import io.otklik.language.answer.TalkLine;
import io.otklik.language.answer.TalkReading;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import io.otklik.schemas.SlaMetric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The oracle of job {@code appeals}: a clerk with a notebook and a clock on the wall, who lives
 * through one thread minute by minute, notes what is said, looks through all open terms each minute
 * and rubs nothing out. Written apart from the job's code; shares the labels and who is answered.
 */
final class NaiveAppeals {

    private final Labels labels = new Labels();
    private final AnswerTargets targets = new AnswerTargets(Messages.THREAD);
    private final Map<String, Message> comments = new HashMap<>();
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final Map<String, Note> goesOnAbout = new HashMap<>();
    private final Map<String, List<Note>> answeredBy = new HashMap<>();
    private final Map<String, AnswerKind> says = new HashMap<>();
    private final TreeSet<String> lines = new TreeSet<>();
    private final Community page;

    private NaiveAppeals(Community page) {
        this.page = page;
    }

    /** One line an event, an alert and an appeal, of all facts of a thread. */
    static TreeSet<String> lines(List<Object> facts, int lastMinute) {
        NaiveAppeals clerk = new NaiveAppeals((Community) facts.get(0));
        Map<Integer, Message> byMinute = new HashMap<>();
        for (Object fact : facts) {
            if (fact instanceof Message message) {
                byMinute.put(minute(message.changedAt()), message);
            }
        }
        List<Message> created =
                byMinute.values().stream()
                        .filter(message -> message.change() == Change.CREATED)
                        .sorted(Comparator.comparing(Message::publishedAt))
                        .toList();
        created.forEach(message -> clerk.meet(message, facts));
        for (int minute = 0; minute <= lastMinute; minute++) {
            for (Note note : clerk.notes.values()) {
                note.paused.put(minute, note.question != null);
            }
            if (byMinute.containsKey(minute)) {
                clerk.happens(byMinute.get(minute), minute);
            }
            for (Note note : clerk.notes.values()) {
                note.lookAtTheClock(minute);
            }
        }
        clerk.notes.values().forEach(Note::writeDown);
        return clerk.lines;
    }

    /** Who a message is for follows from its newest text, at its place among the others. */
    private void meet(Message message, List<Object> facts) {
        comments.put(message.messageId(), message);
        TalkLine line =
                new TalkLine(
                        message.messageId(),
                        message.parentId(),
                        message.replyToAuthorId(),
                        message.authorId(),
                        message.publishedAt(),
                        TalkReading.of(newest(message, facts)));
        if (message.messageId().equals(Messages.THREAD)) {
            targets.match(line);
            return;
        }
        if (official(message)) {
            List<String> ids = targets.match(line, id -> isAppealAt(id, message)).ids();
            boolean answers =
                    texts(message, facts).stream().anyMatch(t -> answer(t) != AnswerKind.OTHER);
            if (answers && !ids.isEmpty()) {
                List<Note> answered = notesOf(ids);
                List<String> given = new ArrayList<>(ids);
                answered.forEach(note -> given.add(note.message.messageId()));
                targets.give(line, given.stream().distinct().toList());
                answeredBy.put(message.messageId(), answered);
            }
            return;
        }
        if (message.authorKind() != AuthorKind.PERSON) {
            return;
        }
        Kind kind = kind(newest(message, facts));
        Note before = appealBefore(message, facts);
        boolean follows = before != null && kind == Kind.FOLLOW_UP;
        Integer since = follows ? null : since(message, facts);
        if (follows) {
            goesOnAbout.put(message.messageId(), before);
        }
        if (since != null) {
            String asking =
                    texts(message, facts).stream()
                            .filter(text -> kind(text).needsAnswer())
                            .reduce((earlier, later) -> later)
                            .orElseThrow();
            notes.put(message.messageId(), new Note(message, since, asking.startsWith("urgent")));
        } else {
            lines.add(message.messageId() + " EXCLUDED");
        }
        boolean olga = since == null && message.authorId().equals("p:olga");
        if (olga) {
            List<Note> called = notesOf(targets.match(line, id -> isAppealAt(id, message)).ids());
            answeredBy.put(message.messageId(), called);
        } else {
            targets.resident(line, kind.needsAnswer() ? 0.9 : 0.1);
        }
        boolean near = before != null && branch(before.message).equals(branch(message));
        boolean gone = newestChange(message, facts).change() == Change.DELETED;
        if (before != null && kind != Kind.THANKS && (follows || near) && !gone) {
            before.saidBy.put(minute(message), message.messageId());
            before.follows.put(minute(message), follows);
        }
    }

    /** Whether it asked for something when the other was written, and not only after an edit. */
    private boolean isAppealAt(String id, Message other) {
        Note note = note(id);
        return note != null && note.since <= minute(other);
    }

    private List<Note> notesOf(List<String> ids) {
        return ids.stream().map(this::note).distinct().toList();
    }

    /** Of an appeal, or of the one that a message goes on about. */
    private Note note(String id) {
        return notes.getOrDefault(id, goesOnAbout.get(id));
    }

    private void happens(Message change, int minute) {
        Message message = comments.get(change.messageId());
        if (message == null || change.messageId().equals(Messages.THREAD)) {
            return;
        }
        boolean gone = change.change() == Change.DELETED;
        String id = message.messageId();
        if (official(message)) {
            AnswerKind now = gone ? AnswerKind.OTHER : answer(change.text());
            AnswerKind before = says.getOrDefault(id, AnswerKind.OTHER);
            boolean none = now == AnswerKind.OTHER;
            for (Note note : answeredBy.getOrDefault(id, List.of())) {
                if (before != AnswerKind.OTHER && (none || now.compareTo(before) < 0)) {
                    note.retract(id, minute);
                }
                if (!none && now != before) {
                    note.answer(id, now, change.text(), minute);
                }
            }
            says.put(id, now);
            return;
        }
        Note own = notes.get(id);
        if (own != null) {
            own.text(!gone && kind(change.text()).needsAnswer(), minute);
        }
        if (change.change() != Change.CREATED) {
            return;
        }
        for (Note note : notes.values()) {
            if (id.equals(note.saidBy.get(minute))) {
                note.said(id, note.follows.get(minute), minute);
            }
        }
        for (Note note : answeredBy.getOrDefault(id, List.of())) {
            if (note.since <= minute && !note.message.authorId().equals(message.authorId())) {
                note.unofficial++;
                note.event(AppealEventType.UNOFFICIAL_ANSWER, id, minute, null, 0);
            }
        }
    }

    private Note appealBefore(Message message, List<Object> facts) {
        Note found = null;
        for (Note note : notes.values()) {
            boolean own =
                    note.message.authorId().equals(message.authorId())
                            && asks(note.message, minute(message), facts);
            boolean nearer =
                    found == null
                            || branch(note.message).equals(branch(message))
                            || !branch(found.message).equals(branch(message));
            found = own && nearer ? note : found;
        }
        return found;
    }

    /** Whether it asked for something by its text of that minute. */
    private boolean asks(Message message, int minute, List<Object> facts) {
        boolean asks = false;
        for (Message change : changes(message, facts)) {
            if (minute(change) <= minute) {
                asks = change.change() != Change.DELETED && kind(change.text()).needsAnswer();
            }
        }
        return asks;
    }

    private Integer since(Message message, List<Object> facts) {
        Integer since = null;
        for (Message change : changes(message, facts)) {
            if (since == null
                    && change.change() != Change.DELETED
                    && kind(change.text()).needsAnswer()) {
                since = minute(change);
            }
        }
        return since;
    }

    private List<Message> changes(Message message, List<Object> facts) {
        return facts.stream()
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .filter(change -> change.messageId().equals(message.messageId()))
                .sorted(Comparator.comparing(Message::changedAt))
                .toList();
    }

    private Message newestChange(Message message, List<Object> facts) {
        List<Message> changes = changes(message, facts);
        return changes.get(changes.size() - 1);
    }

    private List<String> texts(Message message, List<Object> facts) {
        return changes(message, facts).stream()
                .filter(change -> change.change() != Change.DELETED)
                .map(Message::text)
                .toList();
    }

    private String newest(Message message, List<Object> facts) {
        List<String> texts = texts(message, facts);
        return texts.get(texts.size() - 1);
    }

    private Kind kind(String text) {
        return labels.decide(text, ThreadContext.FIRST_LEVEL).kind();
    }

    private static AnswerKind answer(String text) {
        return AnswerKind.ofLabel(text.split(" ")[0]);
    }

    private String branch(Message message) {
        Message at = message;
        while (at.parentId() != null && !at.parentId().equals(Messages.THREAD)) {
            at = comments.get(at.parentId());
        }
        return at.messageId();
    }

    private boolean official(Message message) {
        return message.authorKind() == AuthorKind.COMMUNITY
                || page.officialAuthors().get(0).authorId().equals(message.authorId())
                        && page.officialAuthors().get(0).validAt(message.publishedAt());
    }

    private static int minute(Message message) {
        return minute(message.changedAt());
    }

    private static int minute(Instant instant) {
        return (int) Duration.between(Messages.START, instant).toMinutes();
    }

    /** One appeal in the notebook. */
    private final class Note {
        private final Message message;
        private final int since;
        private final boolean urgent;
        private final Map<Integer, Boolean> paused = new HashMap<>();
        private final Map<Integer, String> saidBy = new HashMap<>();
        private final Map<Integer, Boolean> follows = new HashMap<>();
        private final List<Answer> answers = new ArrayList<>();
        private final Map<SlaMetric, Clock> clocks = new EnumMap<>(SlaMetric.class);
        private final Map<SlaMetric, Integer> firstFrom = new EnumMap<>(SlaMetric.class);
        private final Map<String, String> alarms = new LinkedHashMap<>();
        private final Map<String, Integer> alarmDue = new HashMap<>();
        private final List<Integer> reopened = new ArrayList<>();
        private final TreeSet<String> missed = new TreeSet<>();
        private String agency = "city";
        private boolean asks;
        private boolean began;
        private int owedSince;
        private Integer closed;
        private Integer withdrawn;
        private String question;
        private int givenUpAt;
        private int followUps;
        private int unofficial;
        private int level;

        /**
         * @param urgent by the newest text that asks for something
         */
        Note(Message message, int since, boolean urgent) {
            this.message = message;
            this.since = since;
            this.urgent = urgent;
        }

        void text(boolean asksNow, int minute) {
            if (asksNow && !asks && !began) {
                began = true;
                owedSince = since;
                event(AppealEventType.DETECTED, message.messageId(), minute, null, 0);
                event(AppealEventType.ROUTED, message.messageId(), minute, null, 0);
                start(SlaMetric.FIRST_RESPONSE, since, minute);
                start(SlaMetric.FINAL_ANSWER, since, minute);
            } else if (asksNow && !asks) {
                asks = true;
                reopen(message.messageId(), minute);
            } else if (!asksNow && asks) {
                event(AppealEventType.WITHDRAWN, message.messageId(), minute, null, 0);
                withdrawn = minute;
                if (closed == null) {
                    question = null;
                    for (SlaMetric metric : SlaMetric.values()) {
                        stop(metric, minute, false);
                    }
                    closed = minute;
                }
            }
            asks = asksNow;
        }

        void answer(String id, AnswerKind kind, String text, int minute) {
            answers.add(new Answer(id, kind, minute));
            SlaMetric metric =
                    answers.size() == 1 && clocks.containsKey(SlaMetric.FIRST_RESPONSE)
                            ? SlaMetric.FIRST_RESPONSE
                            : answers.size() > 1 ? finalMetric() : null;
            boolean termRuns = metric != null && clocks.containsKey(metric);
            event(type(kind), id, minute, termRuns ? metric : null, 0);
            stop(SlaMetric.FIRST_RESPONSE, minute, true);
            question = null;
            if (kind == AnswerKind.FINAL) {
                stop(SlaMetric.FINAL_ANSWER, minute, true);
                stop(SlaMetric.FINAL_AFTER_INTERIM, minute, true);
                closed = closed == null ? Integer.valueOf(minute) : closed;
            } else if (closed == null && kind == AnswerKind.INTERIM) {
                stop(SlaMetric.FINAL_ANSWER, minute, true);
                stop(SlaMetric.FINAL_AFTER_INTERIM, minute, true);
                start(SlaMetric.FINAL_AFTER_INTERIM, minute, minute);
            } else if (closed == null && kind == AnswerKind.CLARIFY) {
                question = id;
                givenUpAt = minute + 90;
            }
            if (closed == null && text.contains(">") && !agency.equals("Водоканал")) {
                agency = "Водоканал";
                event(AppealEventType.TRANSFERRED, id, minute, null, 0);
            }
        }

        void retract(String id, int minute) {
            if (!answers.removeIf(answer -> answer.id.equals(id))) {
                return;
            }
            event(AppealEventType.ANSWER_RETRACTED, id, minute, null, 0);
            question = id.equals(question) ? null : question;
            if (closed != null && asks && !answered()) {
                reopen(id, minute);
            } else if (!asks && !answered()) {
                closed = withdrawn;
            } else if (closed == null) {
                owe(minute);
            }
        }

        void said(String id, boolean followUp, int minute) {
            if (question != null) {
                followUps++;
                question = null;
                event(AppealEventType.FOLLOWED_UP, id, minute, null, 0);
            } else if (followUp) {
                followUps++;
                event(AppealEventType.FOLLOWED_UP, id, minute, null, 0);
                if (answered() && asks) {
                    owedSince = minute;
                    reopen(id, minute);
                }
            }
        }

        private void reopen(String cause, int minute) {
            if (!answered()) {
                closed = null;
                reopened.add(minute);
                owe(minute);
            }
            event(AppealEventType.REOPENED, cause, minute, null, 0);
        }

        private void owe(int minute) {
            if (answers.isEmpty() && !clocks.containsKey(SlaMetric.FIRST_RESPONSE)) {
                start(SlaMetric.FIRST_RESPONSE, since, minute);
            }
            Integer interim = null;
            for (Answer answer : answers) {
                boolean counts = answer.kind == AnswerKind.INTERIM && answer.minute >= owedSince;
                interim = counts ? Integer.valueOf(answer.minute) : interim;
            }
            SlaMetric metric =
                    interim == null ? SlaMetric.FINAL_ANSWER : SlaMetric.FINAL_AFTER_INTERIM;
            int from = interim == null ? owedSince : interim;
            if (!clocks.containsKey(metric) || clocks.get(metric).from != from) {
                stop(SlaMetric.FINAL_ANSWER, minute, false);
                stop(SlaMetric.FINAL_AFTER_INTERIM, minute, false);
                start(metric, from, minute);
            }
        }

        private boolean answered() {
            return answers.stream()
                    .anyMatch(a -> a.kind == AnswerKind.FINAL && a.minute >= owedSince);
        }

        private SlaMetric finalMetric() {
            return clocks.containsKey(SlaMetric.FINAL_AFTER_INTERIM)
                    ? SlaMetric.FINAL_AFTER_INTERIM
                    : SlaMetric.FINAL_ANSWER;
        }

        private void start(SlaMetric metric, int from, int armed) {
            clocks.put(metric, new Clock(metric, from, armed));
            firstFrom.putIfAbsent(metric, from);
            event(AppealEventType.SLA_APPLIED, message.messageId(), armed, metric, 0);
        }

        private void stop(SlaMetric metric, int minute, boolean answered) {
            if (clocks.remove(metric) == null) {
                return;
            }
            for (Map.Entry<String, String> alarm : alarms.entrySet()) {
                if (alarm.getKey().contains("|" + metric + "|")
                        && !alarm.getValue().contains("cleared")) {
                    boolean late = answered && !alarm.getKey().contains("DUE_SOON");
                    alarm.setValue(
                            alarm.getValue()
                                    + " cleared "
                                    + minute
                                    + " late "
                                    + (late ? minute - alarmDue.get(alarm.getKey()) : null));
                }
            }
        }

        void lookAtTheClock(int minute) {
            if (question != null && givenUpAt == minute) {
                question = null;
                event(
                        AppealEventType.CLARIFICATION_TIMED_OUT,
                        answers.stream()
                                .filter(a -> a.kind == AnswerKind.CLARIFY)
                                .reduce((a, b) -> b)
                                .orElseThrow()
                                .id,
                        minute,
                        null,
                        0);
            }
            for (Clock clock : List.copyOf(clocks.values())) {
                if (minute >= clock.armed) {
                    look(clock, minute);
                }
            }
        }

        private void look(Clock clock, int minute) {
            boolean first = clock.metric == SlaMetric.FIRST_RESPONSE;
            boolean high = first && urgent;
            int within =
                    first ? high ? 30 : 60 : clock.metric == SlaMetric.FINAL_ANSWER ? 240 : 180;
            int warn = first ? high ? 10 : 20 : 60;
            int[] escalate = first ? high ? new int[0] : new int[] {30, 60} : new int[] {120};
            if (clock.due == null
                    && !clock.warned
                    && ran(clock, clock.armed) < within
                    && ran(clock, minute) >= within - warn
                    && (first || question == null)) {
                clock.warned = true;
                raise(AlertKind.DUE_SOON, AppealEventType.WARNED, clock, 0, minute, within);
            }
            if (clock.due == null && ran(clock, minute) >= within) {
                clock.due = dueMinute(clock, within);
                missed.add(clock.metric.name());
                String soon = key(AlertKind.DUE_SOON, clock, 0);
                alarms.computeIfPresent(
                        soon,
                        (id, line) ->
                                line.contains("cleared")
                                        ? line
                                        : line + " cleared " + minute + " late null");
                raise(AlertKind.OVERDUE, AppealEventType.BREACHED, clock, 0, minute, within);
            }
            while (clock.due != null
                    && clock.level < escalate.length
                    && minute >= clock.due + escalate[clock.level]) {
                clock.level++;
                level = Math.max(level, clock.level);
                raise(
                        AlertKind.ESCALATION,
                        AppealEventType.ESCALATED,
                        clock,
                        clock.level,
                        minute,
                        within);
            }
        }

        private void raise(
                AlertKind kind, AppealEventType type, Clock clock, int level, int minute, int in) {
            event(type, message.messageId(), minute, clock.metric, level);
            String key = key(kind, clock, level);
            alarms.put(key, "raised " + minute);
            if (kind != AlertKind.DUE_SOON) {
                alarmDue.put(key, dueMinute(clock, in));
            }
        }

        private String key(AlertKind kind, Clock clock, int level) {
            String key = message.messageId() + '|' + clock.metric + '|' + kind;
            String levelled = level == 0 ? key : key + '|' + level;
            return clock.from == firstFrom.get(clock.metric)
                    ? levelled
                    : levelled + '@' + Messages.at(clock.from).toEpochMilli();
        }

        private int ran(Clock clock, int until) {
            int ran = 0;
            for (int minute = clock.from + 1; minute <= until; minute++) {
                boolean stood = clock.metric != SlaMetric.FIRST_RESPONSE && paused.get(minute);
                ran += stood ? 0 : 1;
            }
            return ran;
        }

        private int dueMinute(Clock clock, int within) {
            int minute = clock.from;
            while (ran(clock, minute) < within) {
                minute++;
            }
            return minute;
        }

        void event(AppealEventType type, String cause, int minute, SlaMetric metric, int level) {
            lines.add(
                    String.join(
                            " ",
                            message.messageId(),
                            type.name(),
                            cause,
                            String.valueOf(minute),
                            String.valueOf(metric),
                            String.valueOf(level)));
        }

        void writeDown() {
            alarms.forEach((id, line) -> lines.add("alert " + id + ' ' + line));
            String status =
                    answered()
                            ? "ANSWERED"
                            : !asks ? "WITHDRAWN" : question != null ? "CLARIFYING" : "";
            if (status.isEmpty()) {
                List<Answer> now = answers.stream().filter(a -> a.minute >= owedSince).toList();
                boolean interim = now.stream().anyMatch(a -> a.kind == AnswerKind.INTERIM);
                status = now.isEmpty() ? "OPEN" : interim ? "INTERIM" : "ACKNOWLEDGED";
            }
            lines.add(
                    "appeal %s %s answers %d closed %s reopened %s missed %s agency %s policy %d follow-ups %d unofficial %d level %d"
                            .formatted(
                                    message.messageId(),
                                    status,
                                    answers.stream().map(a -> a.id).distinct().count(),
                                    closed,
                                    reopened,
                                    missed,
                                    agency,
                                    since >= RandomThread.SWITCH ? 2 : 1,
                                    followUps,
                                    unofficial,
                                    level));
        }
    }

    private static AppealEventType type(AnswerKind kind) {
        return switch (kind) {
            case ACK -> AppealEventType.ACKNOWLEDGED;
            case CLARIFY -> AppealEventType.CLARIFICATION_REQUESTED;
            case INTERIM -> AppealEventType.INTERIM;
            default -> AppealEventType.FINAL;
        };
    }

    private record Answer(String id, AnswerKind kind, int minute) {}

    /** A term on the wall. */
    private static final class Clock {
        private final SlaMetric metric;
        private final int from;
        private final int armed;
        private boolean warned;
        private Integer due;
        private int level;

        Clock(SlaMetric metric, int from, int armed) {
            this.metric = metric;
            this.from = from;
            this.armed = armed;
        }
    }
}
