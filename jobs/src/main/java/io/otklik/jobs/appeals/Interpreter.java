package io.otklik.jobs.appeals;

import io.otklik.language.Decision;
import io.otklik.language.Reading;
import io.otklik.language.ThreadContext;
import io.otklik.language.ThreadReader;
import io.otklik.language.answer.AnswerContext;
import io.otklik.language.answer.AnswerDecision;
import io.otklik.language.answer.AnswerReading;
import io.otklik.language.model.ScoreShares;
import io.otklik.language.routing.Route;
import io.otklik.language.rules.RuleBook;
import io.otklik.schemas.Community;

import java.time.LocalDate;
import java.util.Map;

/** What texts say: the seam between the lifecycle and the language. */
interface Interpreter {

    /**
     * Another rule book is in force from now on; what is read again is read by it.
     *
     * @param yaml the book as it is written
     */
    void take(RuleBook rules, String yaml);

    /** See {@link HeardBy}. */
    String heardBy();

    /** Of the model and the rule book; stands on each decision. */
    String modelVersion();

    /** How the scores of decisions spread where the model was calibrated. */
    ScoreShares expectedScores();

    /** To find out where the messages of a new thread stand. */
    ThreadReader newThread(String threadId);

    /** What a text says by itself. */
    Reading reading(String text);

    /** What messages below need of a reading: light enough to be kept with the thread. */
    Reading context(Reading reading, String text);

    /** What a resident's text is, where it stands. */
    Decision decide(String text, ThreadContext context);

    /** Whether a resident's text would be taken for the page's if its author were not known. */
    boolean soundsOfficial(String text, ThreadContext context);

    /**
     * What an official text says by itself.
     *
     * @param published day of the message where the page is
     */
    AnswerReading answer(String text, LocalDate published);

    /** What an official text is to what it answers. */
    AnswerDecision decide(AnswerReading reading, AnswerContext context);

    /** Names, by their ids, of the authorities that appeals may be routed to. */
    Map<String, String> agencies();

    /** Checksum of the routing table: what was told by another one is told anew. */
    long routedBy();

    /** Who owes the answer to an appeal on a page of the register; null: the page's authority. */
    Route route(Decision appeal, Community page);
}
