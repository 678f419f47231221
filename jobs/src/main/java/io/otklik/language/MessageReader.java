package io.otklik.language;

import io.otklik.language.model.KindModel;
import io.otklik.language.model.ReadingBuffers;
import io.otklik.language.model.ScoreShares;
import io.otklik.language.place.Place;
import io.otklik.language.place.PlaceReader;
import io.otklik.language.rules.Rule;
import io.otklik.language.rules.RuleBook;
import io.otklik.language.text.Tokens;
import io.otklik.language.topic.TopicContext;
import io.otklik.language.topic.TopicDecision;
import io.otklik.language.topic.TopicReader;
import io.otklik.language.topic.TopicReading;
import io.otklik.language.urgency.UrgencyReader;
import io.otklik.schemas.Urgency;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads messages and decides what they are: the one door to package {@code language}. Keeps
 * buffers, so each task needs its own; the models behind it are shared.
 */
public final class MessageReader {

    /** Read once and shared: it cannot be changed. */
    private static final UrgencyReader URGENCY = UrgencyReader.bundled();

    private static final Kind[] KINDS = Kind.values();
    private static final int MOST_RULES = 4;
    private static final int MOST_WORDS = 3;
    private static final float LEAST_TELLING = 0.15f;

    /** A message less likely to need an answer is not asked for its topic and place. */
    private static final double LEAST_WITH_TOPIC = 0.1;

    /** What stands behind praise was not meant to stand alone: its score counts less by this. */
    private static final double DOUBT_OF_A_PART = 1;

    private static final TopicDecision NO_TOPIC =
            new TopicDecision(List.of(), List.of(), List.of());

    private final TopicReader topics;
    private final TextReader texts;
    private final KindModel kinds;
    private final String version;
    private final ReadingBuffers buffers = new ReadingBuffers();

    /** With the topics that come with the jobs. */
    public MessageReader(RuleBook rules, KindModel kinds, String version) {
        this(rules, kinds, Models.bundled().topics(), version);
    }

    MessageReader(RuleBook rules, KindModel kinds, TopicReader topics, String version) {
        this.texts = new TextReader(rules);
        this.kinds = kinds;
        this.topics = topics;
        this.version = version;
    }

    /**
     * The models and the rule book that come with the jobs.
     *
     * @throws IllegalStateException if a model does not fit this version of the code
     */
    public static MessageReader bundled() {
        return Models.bundled().reader(RuleBook.bundled());
    }

    /** Of model and rule book; stands on each decision. */
    public String modelVersion() {
        return version;
    }

    /** How the probabilities spread on the threads that the model was calibrated on. */
    public ScoreShares expectedScores() {
        return kinds.calibration().expected();
    }

    /** What one text says by itself; the costly half of a decision. */
    public Reading read(String text) {
        ReadText read = texts.read(text);
        Later<Long> urgent = Later.of(() -> URGENCY.speaking(read.tokens()));
        return new Reading(
                kinds.readAbove(read, texts.rules()),
                read.signs(),
                read.rules(),
                read.words(),
                Later.of(() -> own(read, urgent)),
                Later.of(() -> place(read.tokens())),
                Later.of(() -> behindPraise(read.tokens())),
                urgent,
                Later.of(() -> topics.read(read.tokens())),
                version);
    }

    /**
     * «Спасибо! Теперь светло» goes on with its thanks: only what turns, asks or alarms is heard.
     */
    private List<Reading> behindPraise(Tokens tokens) {
        List<Reading> heard = new ArrayList<>();
        for (BehindPraise.Part part : BehindPraise.of(tokens)) {
            Reading reading = read(part.text());
            if (part.turns() || reading.has(Sign.QUESTION) || reading.urgent().get() != 0) {
                heard.add(reading);
            }
        }
        return heard;
    }

    /**
     * What messages below need of a reading, to be kept for long: the text's words are let go, and
     * read once more if a message below asks for its topic after all.
     *
     * @param text that was read
     */
    public Reading context(Reading reading, String text) {
        Later<TopicReading> topic =
                reading.topic().isMade()
                        ? reading.topic()
                        : Later.of(() -> topics.read(texts.read(text).tokens()));
        Later<Long> urgent =
                reading.urgent().isMade()
                        ? reading.urgent()
                        : Later.of(() -> URGENCY.speaking(texts.read(text).tokens()));
        return new Reading(
                reading.scoresAbove(),
                reading.signs(),
                reading.rules(),
                reading.words(),
                null,
                null,
                null,
                urgent,
                topic,
                reading.modelVersion());
    }

    private OwnReading own(ReadText read, Later<Long> urgent) {
        float[] scores = kinds.readOwn(read, texts.rules(), buffers);
        return new OwnReading(scores, reasons(read, urgent.get()));
    }

    /** The kind that {@link #decide} finds, without all else. */
    public Kind kind(Reading own, ThreadContext context) {
        float[] scores = kinds.scores(own, context, texts.rules());
        return kind(scores, context, asks(needsAnswer(own, context, scores)));
    }

    private boolean asks(double needsAnswer) {
        return needsAnswer >= kinds.calibration().threshold();
    }

    private double needsAnswer(Reading own, ThreadContext context, float[] scores) {
        boolean resident =
                context.author() == AuthorRole.RESIDENT || context.author() == AuthorRole.UNKNOWN;
        return resident
                ? kinds.calibration()
                        .needsAnswer(
                                asking(own, context, scores[KindModel.NEEDS])
                                        + texts.rules().push(own.rules(), context.reply())
                                        + urgentPush(own, context, scores))
                : 0;
    }

    /** What a message is, given what its text says and where it stands; cheap. */
    public Decision decide(Reading own, ThreadContext context) {
        float[] scores = kinds.scores(own, context, texts.rules());
        double needsAnswer = needsAnswer(own, context, scores);
        boolean mayAsk = needsAnswer >= LEAST_WITH_TOPIC;
        TopicDecision topic = mayAsk ? topic(own, context) : NO_TOPIC;
        Kind kind = kind(scores, context, asks(needsAnswer));
        return new Decision(
                kind,
                needsAnswer,
                groups(topic),
                topic.topic(),
                urgency(kind, own, context),
                mayAsk ? own.place().get() : null,
                null,
                null,
                null,
                null,
                null,
                null,
                joined(own.own().get().reasons(), topic.reasons()),
                version);
    }

    private static List<GroupScore> groups(TopicDecision topic) {
        List<GroupScore> groups = new ArrayList<>(topic.groups().size());
        for (TopicDecision.Scored group : topic.groups()) {
            groups.add(new GroupScore(group.name(), group.score()));
        }
        return groups;
    }

    /** The score of «needs an answer», of the text or of what stands behind its praise. */
    private double asking(Reading own, ThreadContext context, float whole) {
        double asking = whole;
        for (Reading part : own.behindPraise().get()) {
            float score = kinds.scores(part, context, texts.rules())[KindModel.NEEDS];
            asking = Math.max(asking, score - DOUBT_OF_A_PART);
        }
        return asking;
    }

    private TopicDecision topic(Reading own, ThreadContext context) {
        return topics.decide(
                own.topic().get(),
                new TopicContext(
                        context.parent() == null ? null : context.parent().topic().get(),
                        context.post() == null ? null : context.post().topic().get(),
                        context.asked().stream().map(asked -> asked.get().topic().get()).toList()));
    }

    private static String place(Tokens text) {
        Place place = PlaceReader.read(text);
        return place == null ? null : place.canonical();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<String> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    /** Who goes on with an appeal and names no other matter speaks of the same danger. */
    private static Urgency urgency(Kind kind, Reading own, ThreadContext context) {
        if (!kind.needsAnswer()) {
            return Urgency.NORMAL;
        }
        long urgent = own.urgent().get();
        if (urgent == 0 && kind == Kind.FOLLOW_UP) {
            Reading continued = continued(context);
            urgent = namesAnotherMatter(own, continued) ? 0 : continued.urgent().get();
        }
        return UrgencyReader.urgency(urgent);
    }

    /** The comment that is answered if it asks, else who asked last in the thread. */
    private static Reading continued(ThreadContext context) {
        boolean asks = context.parentKind() != null && context.parentKind().needsAnswer();
        return asks ? context.parent() : context.asked().get(context.asked().size() - 1).get();
    }

    private static boolean namesAnotherMatter(Reading own, Reading continued) {
        TopicReading topic = own.topic().get();
        return topic.strong() && topic.best() != continued.topic().get().best();
    }

    /** Of a danger told of, unless the text is mere thanks or advertising. */
    private static double urgentPush(Reading own, ThreadContext context, float[] scores) {
        long urgent = own.urgent().get();
        if (urgent == 0) {
            return 0;
        }
        Kind otherwise = best(scores, kind -> !kind.needsAnswer() && kind != Kind.OFFICIAL);
        boolean mereThanks = otherwise == Kind.THANKS && !own.has(Sign.QUESTION);
        return mereThanks || otherwise == Kind.SPAM ? 0 : URGENCY.push(urgent, context.reply());
    }

    /** Nobody goes on with what nobody asked. */
    private static Kind kind(float[] scores, ThreadContext context, boolean asks) {
        if (context.author() == AuthorRole.OFFICIAL) {
            return Kind.OFFICIAL;
        }
        boolean asked = !context.asked().isEmpty();
        boolean unknown = context.author() == AuthorRole.UNKNOWN;
        return best(
                scores,
                kind ->
                        kind.needsAnswer() == asks
                                && (kind != Kind.FOLLOW_UP || asked)
                                && (kind != Kind.OFFICIAL || unknown));
    }

    private static Kind best(float[] scores, Predicate<Kind> open) {
        Kind best = null;
        for (Kind kind : KINDS) {
            if (open.test(kind)
                    && (best == null || scores[kind.ordinal()] > scores[best.ordinal()])) {
                best = kind;
            }
        }
        return best;
    }

    private List<String> reasons(ReadText read, long urgent) {
        List<String> reasons = new ArrayList<>(MOST_RULES + MOST_WORDS);
        for (long rest = read.rules(); rest != 0 && reasons.size() < MOST_RULES; rest &= rest - 1) {
            Rule rule = texts.rules().rules().get(Long.numberOfTrailingZeros(rest));
            if (rule.when().reply() == null) {
                reasons.add("rule:" + rule.id());
            }
        }
        for (int i = 0; i < MOST_WORDS; i++) {
            int token = buffers.mostTelling(read.tokens(), LEAST_TELLING);
            if (token < 0) {
                break;
            }
            String sign = buffers.take(token) > 0 ? "+" : "-";
            reasons.add(sign + read.tokens().word(token));
        }
        reasons.addAll(URGENCY.reasons(urgent));
        return reasons;
    }
}
