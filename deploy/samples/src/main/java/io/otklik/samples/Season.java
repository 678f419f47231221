package io.otklik.samples;

import io.otklik.samples.corpus.Rng;
import io.otklik.samples.corpus.Subject;

import java.util.List;

/** Which subjects are in season on a day: a fortnight repeats. */
final class Season {

    private static final int FORTNIGHT = 14;

    private final Rhythm rhythm;
    private final long firstDay;

    Season(Rhythm rhythm, long startMillis) {
        this.rhythm = rhythm;
        this.firstDay = rhythm.localDay(startMillis);
    }

    boolean covers(Subject subject, long millis) {
        int day = (int) Math.floorMod(rhythm.localDay(millis) - firstDay, (long) FORTNIGHT);
        return subject.fromDay() <= day && day <= subject.toDay();
    }

    /** One of the subjects, in season if any is. */
    Subject choose(List<Subject> subjects, long millis, Rng rng) {
        int first = rng.below(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get((first + i) % subjects.size());
            if (covers(subject, millis)) {
                return subject;
            }
        }
        return subjects.get(first);
    }

    /** A subject of a few days is hotter than one of the whole year. */
    static boolean hot(Subject subject) {
        return subject.toDay() - subject.fromDay() < FORTNIGHT - 1;
    }
}
