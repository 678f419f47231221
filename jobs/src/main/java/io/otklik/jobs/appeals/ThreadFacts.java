package io.otklik.jobs.appeals;

/**
 * What job {@code appeals} keeps of a thread besides its messages; goes with the last of them.
 *
 * @param toldUntil epoch milliseconds of event time up to which the thread's history is told
 * @param nextAt of the timer that tells it further; {@link Long#MAX_VALUE}: none is set
 * @param sweepAt processing time of the timer that forgets old messages
 */
public record ThreadFacts(long toldUntil, long nextAt, long sweepAt) {

    static ThreadFacts sweptAt(long time) {
        return new ThreadFacts(Long.MIN_VALUE, Long.MAX_VALUE, time);
    }

    ThreadFacts sweptNextAt(long time) {
        return new ThreadFacts(toldUntil, nextAt, time);
    }

    ThreadFacts told(long until, long next) {
        return new ThreadFacts(until, next, sweepAt);
    }
}
