package io.otklik.samples;

import io.otklik.samples.corpus.Corpus;
import io.otklik.samples.corpus.Issue;
import io.otklik.samples.corpus.Municipality;
import io.otklik.samples.corpus.Pool;
import io.otklik.samples.corpus.Rng;
import io.otklik.samples.corpus.Scene;
import io.otklik.samples.corpus.Subject;

import java.util.ArrayList;
import java.util.List;

/** Plans what will be written under a post: how many, of which kind, by whom and when. */
final class ThreadPlanner {

    private static final long MINUTE = 60_000L;
    private static final int MOST_FIRST_LEVEL = 45;

    /** Under each kind of post: appeals, opinions, thanks, chat, spam; the rest are entries. */
    private static final double[][] MIX = {
        {.58, .22, .07, .09, .04},
        {.40, .24, .17, .14, .05},
        {.44, .12, .21, .19, .04},
        {.16, .04, .10, .12, .03},
        {.22, .14, .36, .24, .04}
    };

    private final Corpus corpus;
    private final Population population;
    private final Rhythm rhythm;
    private final Season season;
    private final Rng rng;
    private final double scale;
    private final AppealPlanner appeals;
    private final TalkPlanner talk;

    ThreadPlanner(World world) {
        this.corpus = world.corpus;
        this.population = world.registry.population();
        this.rhythm = world.rhythm;
        this.season = world.season;
        this.rng = world.rng;
        this.scale = world.config.threadScale();
        this.talk = new TalkPlanner(world);
        this.appeals = new AppealPlanner(world, talk);
    }

    /** The comments of a thread, in no order. */
    List<Note> plan(PostThread thread) {
        List<Note> notes = new ArrayList<>();
        int count = firstLevel(thread.subject);
        for (int i = 0; i < count; i++) {
            long at = rhythm.people(thread.time, 150 * MINUTE, 1.35, rng);
            first(thread, at, notes);
        }
        return notes;
    }

    /** Heavy-tailed: a quarter of posts stay without comments, one in fifty gets more than 30. */
    private int firstLevel(Subject subject) {
        double base =
                switch (subject.kind()) {
                    case CONTEST -> 4.6;
                    case PROBLEM -> 3.5;
                    default -> 2.6;
                };
        base *= Season.hot(subject) ? 1.3 : 1;
        double drawn = base * (StrictMath.pow(1 - rng.unit(), -1 / 1.55) - 1);
        return (int) Math.min(drawn * scale + rng.unit() * .8, MOST_FIRST_LEVEL * scale);
    }

    private void first(PostThread thread, long at, List<Note> notes) {
        double[] mix = MIX[thread.subject.kind().ordinal()];
        double u = rng.unit();
        if ((u -= mix[0]) < 0) {
            appeals.plan(thread, issue(thread), place(thread), at, notes);
        } else if ((u -= mix[1]) < 0) {
            Pool own = thread.subject.opinions();
            Pool pool =
                    own.isEmpty() || rng.chance(.35)
                            ? corpus.talk(rng.chance(.25) ? "politics" : "opinion")
                            : own;
            talk.opinion(thread, pool, place(thread), at, notes);
        } else if ((u -= mix[2]) < 0) {
            Pool own = thread.subject.thanks();
            talk.thanks(
                    thread,
                    own.isEmpty() || rng.chance(.3) ? corpus.talk("thanks") : own,
                    place(thread),
                    at,
                    notes);
        } else if ((u -= mix[3]) < 0) {
            Pool own = thread.subject.chat();
            talk.chat(
                    thread,
                    own.isEmpty() || rng.chance(.45) ? corpus.talk("chat") : own,
                    place(thread),
                    at,
                    notes);
        } else if ((u - mix[4]) < 0) {
            talk.spam(thread, place(thread), at, notes);
        } else {
            Pool own = thread.subject.chat();
            talk.chat(
                    thread,
                    own.isEmpty() || rng.chance(.2) ? corpus.talk("entry") : own,
                    place(thread),
                    at,
                    notes);
        }
    }

    /** Mostly an issue of the post's own subject; else of another subject of the page. */
    private Issue issue(PostThread thread) {
        Subject subject = thread.subject;
        if (subject.issues().isEmpty() || rng.chance(.22)) {
            List<Subject> others = thread.page.subjects();
            for (int tries = 0; tries < 6; tries++) {
                Subject other = others.get(rng.below(others.size()));
                if (!other.issues().isEmpty()
                        && season.covers(other, thread.time)
                        && other.kind() != Subject.Kind.EVENT
                        && other.kind() != Subject.Kind.CONTEST) {
                    subject = other;
                    break;
                }
            }
        }
        if (subject.issues().isEmpty()) {
            subject = corpus.subject("house");
        }
        return weighted(subject.issues());
    }

    /** An issue with more texts comes more often. */
    private Issue weighted(List<Issue> issues) {
        int all = 0;
        for (Issue issue : issues) {
            all += issue.appeals().lines().size();
        }
        int left = rng.below(all);
        for (Issue issue : issues) {
            left -= issue.appeals().lines().size();
            if (left < 0) {
                return issue;
            }
        }
        throw new AssertionError("weights add up");
    }

    /** The post's municipality; under a post of the region, any. */
    private Scene place(PostThread thread) {
        Municipality here = thread.page.municipality();
        return new Scene(
                rng.next(),
                here == null ? population.anyMunicipality(rng) : here,
                corpus.vocabulary());
    }
}
