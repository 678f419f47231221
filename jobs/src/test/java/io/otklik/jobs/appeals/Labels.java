package io.otklik.jobs.appeals;

import io.otklik.language.AnswerKind;
import io.otklik.language.Decision;
import io.otklik.language.GroupScore;
import io.otklik.language.Kind;
import io.otklik.language.Later;
import io.otklik.language.MessageReader;
import io.otklik.language.Reading;
import io.otklik.language.ThreadContext;
import io.otklik.language.ThreadReader;
import io.otklik.language.answer.AnswerContext;
import io.otklik.language.answer.AnswerDecision;
import io.otklik.language.answer.AnswerReading;
import io.otklik.language.answer.TemplateSignature;
import io.otklik.language.model.ScoreShares;
import io.otklik.language.routing.Route;
import io.otklik.language.rules.RuleBook;
import io.otklik.schemas.Community;
import io.otklik.schemas.Outcome;
import io.otklik.schemas.Urgency;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A language of labels, for tests of the lifecycle: a text's first word says what it is ({@code
 * appeal}, {@code urgent}, {@code follow_up}, {@code thanks}, {@code chat}, {@code official} of
 * residents; {@code ack}, {@code clarify}, {@code interim}, {@code final}, {@code other} of
 * officials), {@code >Body} whom an official passes it on to, {@code until 2026-10-20} what is
 * promised.
 */
final class Labels implements Interpreter {

    private static final String VERSION = "labels-1";

    /** Compiling a rule book takes longer than most tests. */
    private static final ThreadLocal<MessageReader> READERS =
            ThreadLocal.withInitial(MessageReader::bundled);

    private final MessageReader reader = READERS.get();
    private final Route route;
    private int read;

    Labels() {
        this(null);
    }

    /** With a routing table that leads everything there. */
    Labels(Route route) {
        this.route = route;
    }

    @Override
    public void take(RuleBook rules, String yaml) {}

    @Override
    public String heardBy() {
        return VERSION;
    }

    /** How many texts were decided on. */
    int textsRead() {
        return read;
    }

    @Override
    public String modelVersion() {
        return VERSION;
    }

    @Override
    public ScoreShares expectedScores() {
        return ScoreShares.UNKNOWN;
    }

    @Override
    public ThreadReader newThread(String threadId) {
        return new ThreadReader(threadId, reader);
    }

    @Override
    public Reading reading(String text) {
        return reader.read(text);
    }

    @Override
    public Reading context(Reading reading, String text) {
        return reading;
    }

    @Override
    public Decision decide(String text, ThreadContext context) {
        read++;
        String label = label(text);
        boolean urgent = label.equals("urgent");
        boolean chats = isAnswer(label) || label.equals("like_official");
        Kind kind = urgent ? Kind.APPEAL : chats ? Kind.CHAT : Kind.ofLabel(label);
        return new Decision(
                kind,
                kind.needsAnswer() ? 0.9 : 0.1,
                kind.needsAnswer() ? List.of(new GroupScore("ЖКХ", 0.8)) : List.of(),
                null,
                urgent ? Urgency.HIGH : Urgency.NORMAL,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("label:" + label),
                VERSION);
    }

    @Override
    public boolean soundsOfficial(String text, ThreadContext context) {
        return label(text).equals("like_official");
    }

    @Override
    public AnswerReading answer(String text, LocalDate published) {
        read++;
        String label = label(text);
        AnswerKind kind = isAnswer(label) ? AnswerKind.ofLabel(label) : AnswerKind.CLARIFY;
        float[] scores = new float[AnswerKind.values().length];
        scores[kind.ordinal()] = 1;
        return new AnswerReading(
                scores,
                null,
                date(text),
                null,
                redirect(text),
                kind == AnswerKind.FINAL ? Outcome.RESOLVED : null,
                0,
                Later.made(TemplateSignature.of(text)),
                List.of("label:" + kind.label()));
    }

    @Override
    public AnswerDecision decide(AnswerReading reading, AnswerContext context) {
        AnswerKind kind = AnswerKind.OTHER;
        for (AnswerKind one : AnswerKind.values()) {
            kind = reading.scores()[one.ordinal()] > 0 ? one : kind;
        }
        return new AnswerDecision(
                kind,
                1,
                null,
                reading.promisedUntil(),
                null,
                reading.outcome(),
                Set.of(),
                reading.reasons());
    }

    @Override
    public long routedBy() {
        return route == null ? 0 : route.agencyId().length();
    }

    @Override
    public Map<String, String> agencies() {
        return Map.of("Водоканал", "Водоканал", "roads", "Управление дорог");
    }

    @Override
    public Route route(Decision appeal, Community page) {
        return route;
    }

    private static boolean isAnswer(String label) {
        return Arrays.stream(AnswerKind.values()).anyMatch(kind -> kind.label().equals(label));
    }

    private static String label(String text) {
        return text.split("\\s+")[0].toLowerCase(Locale.ROOT);
    }

    private static String redirect(String text) {
        int at = text.indexOf('>');
        return at < 0 ? null : text.substring(at + 1).split("\\s+")[0];
    }

    private static LocalDate date(String text) {
        int at = text.indexOf("until ");
        return at < 0 ? null : LocalDate.parse(text.substring(at + 6, at + 16));
    }
}
