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
        Note answered = answers.plan(appeal, issue, out);
        joinIn(appeal, issue, answered, out);
        if (answered == null && rng.chance(.16)) {
            followUp(appeal, "waiting", rhythm.people(at, 26 * HOUR, .6, rng), out);
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
                        .about(issue.group())
                        .text(
                                rng.chance(.34) ? corpus.talk("opening") : NONE,
                                issue.appeals(),
                                rng.chance(.27) ? corpus.talk("closing") : NONE);
        note.photo = rng.chance(.07);
        if (rng.chance(.025)) {
            note.closing = corpus.talk("contact");
        }
        return note;
    }

    /** Neighbours: «у нас тоже», one with an address of their own, or talk among themselves. */
    private void joinIn(Note appeal, Issue issue, Note answered, List<Note> out) {
        int more = rng.chance(.3) ? 1 + (rng.chance(.3) ? 1 + rng.below(3) : 0) : 0;
        for (int i = 0; i < more; i++) {
            long at = rhythm.people(appeal.time, 70 * MINUTE, 1.3, rng);
            double u = rng.unit();
            if (u < .2) {
                Note own = appeal(appeal.thread, issue, appeal.scene.elsewhere(rng.next()), at);
                own.opening = rng.chance(.5) ? corpus.talk("and-here") : NONE;
                out.add(own.under(appeal));
                answers.plan(own, issue, out);
            } else if (u < .68) {
                out.add(
                        new Note(
                                        appeal.thread,
                                        talk.resident(appeal.thread, appeal.scene),
                                        Truth.Kind.FOLLOW_UP,
                                        appeal.scene,
                                        at)
                                .under(appeal)
                                .about(appeal.group)
                                .text(
                                        NONE,
                                        issue.meToo().isEmpty() || rng.chance(.35)
                                                ? corpus.talk("me-too")
                                                : issue.meToo(),
                                        talk.tail("me-too-tail", .42)));
            } else {
                Pool own = issue.chat();
                talk.chatReply(
                        appeal,
                        own.isEmpty() || rng.chance(.4) ? corpus.talk("neighbour") : own,
                        talk.tail("neighbour-tail", .4),
                        out);
                if (rng.chance(.3)) {
                    talk.quarrel(out.get(out.size() - 1), out);
                }
            }
        }
        if (answered != null && rng.chance(.1)) {
            followUp(
                    appeal,
                    "waiting",
                    appeal.time + (long) ((answered.time - appeal.time) * rng.unit()),
                    out);
        }
    }

    private void followUp(Note appeal, String section, long at, List<Note> out) {
        out.add(
                new Note(appeal.thread, appeal.author, Truth.Kind.FOLLOW_UP, appeal.scene, at)
                        .under(appeal)
                        .about(appeal.group)
                        .text(NONE, corpus.talk(section), talk.tail(section + "-tail", .36)));
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
                        .text(NONE, corpus.talk("employee"), NONE));
    }
}
