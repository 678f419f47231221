package io.otklik.samples;

import io.otklik.samples.corpus.Corpus;
import io.otklik.samples.corpus.Issue;
import io.otklik.samples.corpus.Pool;
import io.otklik.samples.corpus.Rng;

import java.util.List;

/**
 * Plans what officials answer: at once in substance, first «taken into work», a question, a date,
 * or empty words; or nothing.
 */
final class AnswerPlanner {

    private static final long HOUR = 3_600_000L;
    private static final double ANSWERED = .79;
    private static final Pool NONE = new Pool(0, List.of());

    private final Corpus corpus;
    private final Registry registry;
    private final Rhythm rhythm;
    private final Rng rng;
    private final TalkPlanner talk;

    AnswerPlanner(World world, TalkPlanner talk) {
        this.corpus = world.corpus;
        this.registry = world.registry;
        this.rhythm = world.rhythm;
        this.rng = world.rng;
        this.talk = talk;
    }

    /** Adds the answers to {@code appeal}; the first one is returned, null if none comes. */
    Note plan(Note appeal, List<Note> out) {
        Page page = appeal.thread.page;
        if (!rng.chance(Math.min(.97, ANSWERED * page.responsiveness()))) {
            return null;
        }
        long at = rhythm.office(appeal.time, 1.5 * HOUR * page.slowness(), 1.5, rng);
        Issue issue = appeal.issue;
        boolean site = issue.site();
        double u = rng.unit();
        if (u < (issue.question() ? .9 : .44)) {
            return reaction(say(appeal, appeal, Truth.Answer.FINAL, issue.finals(), at, out), out);
        }
        if (u < .70 || issue.question()) {
            Note ack = say(appeal, appeal, Truth.Answer.ACK, talk.lines("ack", site), at, out);
            if (rng.chance(.6)) {
                later(appeal, ack, out);
            }
            return ack;
        }
        if (u < .82) {
            return clarify(appeal, at, out);
        }
        if (u < .92 && !issue.interim().isEmpty()) {
            Note interim = say(appeal, appeal, Truth.Answer.INTERIM, issue.interim(), at, out);
            if (rng.chance(.45)) {
                later(appeal, interim, out);
            }
            return interim;
        }
        Pool empty = talk.lines("formal", site);
        Note formal = say(appeal, appeal, Truth.Answer.FORMAL, empty, at, out);
        if (rng.chance(.55)) {
            reply(formal, appeal, Truth.Kind.FOLLOW_UP, "to-formal", out);
        }
        return formal;
    }

    private void later(Note appeal, Note first, List<Note> out) {
        long at = rhythm.office(first.time + HOUR, 21 * HOUR, .9, rng);
        Pool finals = appeal.issue.finals();
        reaction(say(appeal, appeal, Truth.Answer.FINAL, finals, at, out), out);
    }

    private Note clarify(Note appeal, long at, List<Note> out) {
        Issue issue = appeal.issue;
        Pool questions =
                issue.clarify().isEmpty() || rng.chance(.25)
                        ? corpus.talk("clarify", issue.site())
                        : issue.clarify();
        Note question = say(appeal, appeal, Truth.Answer.CLARIFY, questions, at, out);
        if (rng.chance(.68)) {
            Note details = reply(question, appeal, Truth.Kind.FOLLOW_UP, "details", out);
            if (rng.chance(.75)) {
                long then = rhythm.office(details.time, 5 * HOUR, 1.1, rng);
                reaction(say(appeal, details, Truth.Answer.FINAL, issue.finals(), then, out), out);
            }
        }
        return question;
    }

    /** An official's answer; a few stand at the first level instead of in the branch. */
    private Note say(
            Note appeal, Note to, Truth.Answer answer, Pool body, long at, List<Note> out) {
        boolean substance = answer == Truth.Answer.FINAL || answer == Truth.Answer.INTERIM;
        Note note =
                new Note(appeal.thread, official(appeal), Truth.Kind.OFFICIAL, appeal.scene, at)
                        .text(
                                corpus.talk("greeting"),
                                body,
                                substance && !appeal.issue.question()
                                        ? talk.tail("sign-off", .25, appeal.issue.site())
                                        : answer == Truth.Answer.ACK
                                                ? talk.tail("ack-tail", .4, appeal.issue.site())
                                                : NONE);
        note.answer = answer;
        note.answersTo = appeal;
        if (!rng.chance(.04)) {
            note.under(to);
        }
        note.photo = answer == Truth.Answer.FINAL && rng.chance(.06);
        out.add(note);
        return note;
    }

    private Author official(Note appeal) {
        Page page = appeal.thread.page;
        List<Author> staff = page.officials();
        if (!staff.isEmpty() && rng.chance(.3)) {
            return staff.get(rng.below(staff.size()));
        }
        if (rng.chance(.04)) {
            List<Page> pages = registry.pages();
            for (int i = 0; i < 12; i++) {
                Page other = pages.get(rng.below(pages.size()));
                if (other.platform() == page.platform() && other.number() != page.number()) {
                    return other.author();
                }
            }
        }
        return page.author();
    }

    /** What the resident says to a final answer: thanks, doubt, or nothing. */
    private Note reaction(Note answer, List<Note> out) {
        Note appeal = answer.answersTo;
        double u = rng.unit();
        if (u < .24) {
            Note thanks = reply(answer, appeal, Truth.Kind.THANKS, "thanks-back", out);
            if (rng.chance(.15)) {
                Note polite =
                        new Note(
                                        appeal.thread,
                                        answer.author,
                                        Truth.Kind.OFFICIAL,
                                        appeal.scene,
                                        rhythm.office(thanks.time, 2 * HOUR, 1, rng))
                                .under(thanks)
                                .text(NONE, corpus.talk("official-thanks"), NONE);
                polite.answer = Truth.Answer.OTHER;
                out.add(polite);
            }
        } else if (u < .42 && !appeal.issue.question()) {
            Note doubt = reply(answer, appeal, Truth.Kind.FOLLOW_UP, "dispute", out);
            if (rng.chance(.35)) {
                Note again =
                        say(
                                appeal,
                                doubt,
                                Truth.Answer.INTERIM,
                                talk.lines("second-look", appeal.issue.site()),
                                rhythm.office(doubt.time, 6 * HOUR, 1, rng),
                                out);
                again.answersTo = appeal;
            }
        } else if (u < .5 && !appeal.issue.question()) {
            talk.chatReply(
                    answer,
                    talk.lines("neighbour-on-answer", appeal.issue.site()),
                    talk.tail("neighbour-tail", .2),
                    out);
        }
        return answer;
    }

    private Note reply(Note to, Note appeal, Truth.Kind kind, String section, List<Note> out) {
        Pool tail =
                switch (section) {
                    case "thanks-back" -> talk.tail("thanks-back-tail", .36);
                    case "dispute", "to-formal" ->
                            talk.tail("dispute-tail", .42, appeal.issue.site());
                    default -> NONE;
                };
        Pool body =
                section.equals("details")
                        ? corpus.talk(section, appeal.issue.site())
                        : talk.lines(section, appeal.issue.site());
        Note note =
                new Note(
                                appeal.thread,
                                appeal.author,
                                kind,
                                appeal.scene,
                                rhythm.people(to.time, 55 * 60_000L, 1.3, rng))
                        .under(to)
                        .about(kind == Truth.Kind.FOLLOW_UP ? appeal.group : null)
                        .text(NONE, body, tail);
        out.add(note);
        return note;
    }
}
