package io.otklik.samples;

import io.otklik.samples.corpus.Corpus;
import io.otklik.samples.corpus.Issue;
import io.otklik.samples.corpus.Pool;
import io.otklik.samples.corpus.Rng;
import io.otklik.samples.corpus.Scene;

import java.util.List;

/** Plans an appeal and its branch: who joins in, who answers, and what the resident says then. */
final class AppealPlanner {

    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final Pool NONE = new Pool(0, List.of());

    private final Corpus corpus;
    private final Rhythm rhythm;
    private final Rng rng;
    private final TalkPlanner talk;
    private final AnswerPlanner answers;
    private final double disorder;

    AppealPlanner(World world, TalkPlanner talk) {
        this.corpus = world.corpus;
        this.rhythm = world.rhythm;
        this.rng = world.rng;
        this.talk = talk;
        this.disorder = world.config.disorderShare();
        this.answers = new AnswerPlanner(world, talk);
    }

    void plan(PostThread thread, Issue issue, Scene scene, long at, List<Note> out) {
        Note appeal = appeal(thread, issue, scene, at);
        out.add(appeal);
        Note answered = answers.plan(appeal, out);
        joinIn(appeal, answered, out);
        if (answered == null && rng.chance(.16)) {
            followUp(appeal, rhythm.people(at, 26 * HOUR, .6, rng), out);
        }
        if (answered != null && answered.time - at < 6 * HOUR && rng.chance(disorder * 3)) {
            // The platform repeats a callback that failed: the appeal comes after its answer.
            appeal.notBefore = answered.time + 25_000 + rng.below(240_000);
        }
        if (rng.chance(.012)) {
            unofficial(appeal, out);
        }
    }

    private Note appeal(PostThread thread, Issue issue, Scene scene, long at) {
        Note note =
                new Note(thread, talk.resident(thread, scene), Truth.Kind.APPEAL, scene, at)
                        .about(issue.group());
        note.issue = issue;
        if (issue.question()) {
            return note.text(
                    talk.tail("opening-question", .3),
                    issue.appeals(),
                    talk.tail("closing-question", .12));
        }
        note.text(
                talk.tail("opening", .34, issue.site()),
                issue.appeals(),
                talk.tail("closing", .27, issue.site()));
        note.photo = rng.chance(.07);
        if (rng.chance(.025)) {
            note.closing = corpus.talk("contact", issue.site());
        }
        return note;
    }

    /** Neighbours: «у нас тоже», one with an address of their own, or talk among themselves. */
    private void joinIn(Note appeal, Note answered, List<Note> out) {
        int more = rng.chance(.3) ? 1 + (rng.chance(.3) ? 1 + rng.below(3) : 0) : 0;
        for (int i = 0; i < more; i++) {
            long at = rhythm.people(appeal.time, 70 * MINUTE, 1.3, rng);
            double u = rng.unit();
            if (u < .2 && !appeal.issue.question()) {
                Scene elsewhere = appeal.scene.elsewhere(rng.next());
                Note own = appeal(appeal.thread, appeal.issue, elsewhere, at);
                own.opening = talk.tail("and-here", .5);
                out.add(own.under(appeal));
                answers.plan(own, out);
            } else if (u < .68) {
                out.add(meToo(appeal, at));
            } else if (!appeal.issue.question()) {
                neighbour(appeal, out);
            }
        }
        if (answered != null && rng.chance(.1)) {
            long before = (long) ((answered.time - appeal.time) * rng.unit());
            followUp(appeal, appeal.time + before, out);
        }
    }

    private Note meToo(Note appeal, long at) {
        Issue issue = appeal.issue;
        Pool own = issue.meToo();
        Pool body =
                issue.question()
                        ? corpus.talk("question-too")
                        : own.isEmpty() || rng.chance(.4)
                                ? talk.lines("me-too", issue.site())
                                : own;
        return new Note(
                        appeal.thread,
                        talk.resident(appeal.thread, appeal.scene),
                        Truth.Kind.FOLLOW_UP,
                        appeal.scene,
                        at)
                .under(appeal)
                .about(appeal.group)
                .text(
                        NONE,
                        body,
                        issue.question() ? NONE : talk.tail("me-too-tail", .42, issue.site()));
    }

    private void neighbour(Note appeal, List<Note> out) {
        Issue issue = appeal.issue;
        Pool own = issue.chat();
        talk.chatReply(
                appeal,
                own.isEmpty() || rng.chance(.5) ? talk.lines("neighbour", issue.site()) : own,
                talk.tail("neighbour-tail", .4),
                out);
        if (rng.chance(.3)) {
            talk.quarrel(out.get(out.size() - 1), out);
        }
    }

    private void followUp(Note appeal, long at, List<Note> out) {
        boolean site = appeal.issue.site();
        out.add(
                new Note(appeal.thread, appeal.author, Truth.Kind.FOLLOW_UP, appeal.scene, at)
                        .under(appeal)
                        .about(appeal.group)
                        .text(
                                NONE,
                                talk.lines("waiting", site),
                                talk.tail("waiting-tail", .36, site)));
    }

    /** An employee, or a former official, answers of his own accord: that is no official answer. */
    private void unofficial(Note appeal, List<Note> out) {
        Page page = appeal.thread.page;
        long at = rhythm.people(appeal.time, 90 * MINUTE, 1.2, rng);
        boolean former =
                page.former() != null && rhythm.localDay(at) > Registry.FORMER_UNTIL.toEpochDay();
        out.add(
                new Note(
                                appeal.thread,
                                former ? page.former() : talk.resident(appeal.thread, appeal.scene),
                                Truth.Kind.CHAT,
                                appeal.scene,
                                at)
                        .under(appeal)
                        .text(NONE, talk.lines("employee", appeal.issue.site()), NONE));
    }
}
