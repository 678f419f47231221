package io.otklik.jobs.appeals;

/**
 * What job {@code appeals} keeps of a thread besides its messages; goes with the last of them.
 *
 * @param latestOfficial epoch milliseconds of the latest official message; {@link Long#MIN_VALUE}
 *     if there is none
 * @param sweepAt processing time of the timer that forgets old messages
 */
public record ThreadFacts(long latestOfficial, long sweepAt) {

    static ThreadFacts sweptAt(long time) {
        return new ThreadFacts(Long.MIN_VALUE, time);
    }

    ThreadFacts sweptNextAt(long time) {
        return new ThreadFacts(latestOfficial, time);
    }

    ThreadFacts withLatestOfficial(long time) {
        return new ThreadFacts(time, sweepAt);
    }
}
