package io.otklik.jobs.appeals;

import io.otklik.language.AuthorRole;
import io.otklik.language.Decision;
import io.otklik.language.Kind;
import io.otklik.language.MessageReader;
import io.otklik.language.Models;
import io.otklik.language.Reading;
import io.otklik.language.ThreadContext;
import io.otklik.language.ThreadReader;
import io.otklik.language.answer.AnswerContext;
import io.otklik.language.answer.AnswerDecision;
import io.otklik.language.answer.AnswerReader;
import io.otklik.language.answer.AnswerReading;
import io.otklik.language.model.ScoreShares;
import io.otklik.language.routing.Route;
import io.otklik.language.routing.RouteQuery;
import io.otklik.language.routing.RoutingTable;
import io.otklik.language.rules.RuleBook;
import io.otklik.schemas.Community;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What texts say, with the readings of the latest texts at hand: reading is the costly part of a
 * decision, and a thread is read again with each answer in it. Readings are no state: they follow
 * from the text and the model, so a new model reads every text that is told again. For one thread
 * of execution.
 */
final class CachedInterpreter implements Interpreter {

    private static final int MOST_READINGS = 1 << 12;
    private static final String FALLBACK = "route:fallback";

    private final Models models;
    private final AnswerReader answers;
    private final RoutingTable routing;
    private MessageReader reader;
    private String heardBy;
    private final Map<String, Reading> readings = latest(MOST_READINGS);
    private final Map<AnswerText, AnswerReading> answerReadings = latest(MOST_READINGS / 4);

    /** With the rule book that comes with the jobs. */
    CachedInterpreter(Models models, RoutingTable routing) {
        this.models = models;
        this.answers = models.answers();
        this.routing = routing;
        this.reader = models.reader(RuleBook.bundled());
        this.heardBy = HeardBy.of(models, RuleBook.bundledYaml());
    }

    @Override
    public void take(RuleBook rules, String yaml) {
        reader = models.reader(rules);
        heardBy = HeardBy.of(models, yaml);
        readings.clear();
    }

    @Override
    public String heardBy() {
        return heardBy;
    }

    @Override
    public String modelVersion() {
        return reader.modelVersion();
    }

    @Override
    public ScoreShares expectedScores() {
        return reader.expectedScores();
    }

    @Override
    public ThreadReader newThread(String threadId) {
        return new ThreadReader(threadId, reader);
    }

    @Override
    public Reading reading(String text) {
        return readings.computeIfAbsent(text, reader::read);
    }

    @Override
    public Reading context(Reading reading, String text) {
        return reader.context(reading, text);
    }

    @Override
    public Decision decide(String text, ThreadContext context) {
        return reader.decide(reading(text), context);
    }

    @Override
    public boolean soundsOfficial(String text, ThreadContext context) {
        return reader.kind(reading(text), context.by(AuthorRole.UNKNOWN)) == Kind.OFFICIAL;
    }

    @Override
    public AnswerReading answer(String text, LocalDate published) {
        return answerReadings.computeIfAbsent(
                new AnswerText(text, published), key -> answers.read(key.text, key.published));
    }

    @Override
    public AnswerDecision decide(AnswerReading reading, AnswerContext context) {
        return answers.decide(reading, context);
    }

    @Override
    public long routedBy() {
        return routing.checksum();
    }

    @Override
    public Map<String, String> agencies() {
        return routing.agencies();
    }

    /** What no row of the table is for stays with the page's authority. */
    @Override
    public Route route(Decision appeal, Community page) {
        Route route =
                routing.route(
                        new RouteQuery(
                                appeal.group(),
                                appeal.topic(),
                                page.communityId(),
                                page.agencyId(),
                                page.agencyName(),
                                page.level(),
                                page.sphere(),
                                page.municipality()));
        return route.reason().equals(FALLBACK) ? null : route;
    }

    private static <K, V> Map<K, V> latest(int most) {
        return new LinkedHashMap<>(16, .75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    private record AnswerText(String text, LocalDate published) {}
}
