package io.otklik.jobs.appeals;

/**
 * What job {@code appeals} keeps of a thread besides its messages; goes with the last of them.
 *
 * @param communityId the page that the thread stands on, as its first message tells; null in state
 *     from before it was kept
 * @param toldUntil epoch milliseconds of event time up to which the thread's history is told
 * @param nextAt of the timer that tells it further; {@link Long#MAX_VALUE}: none is set
 * @param sweepAt processing time of the timer that forgets old messages
 */
public record ThreadFacts(String communityId, long toldUntil, long nextAt, long sweepAt) {

    static ThreadFacts sweptAt(String communityId, long time) {
        return new ThreadFacts(communityId, Long.MIN_VALUE, Long.MAX_VALUE, time);
    }

    /** The page of a thread; {@code vk:-143} of {@code vk:-143_58908} if state does not tell. */
    String page(String threadId) {
        return communityId == null
                ? threadId.substring(0, Math.max(0, threadId.lastIndexOf('_')))
                : communityId;
    }

    ThreadFacts sweptNextAt(long time) {
        return new ThreadFacts(communityId, toldUntil, nextAt, time);
    }

    ThreadFacts told(long until, long next) {
        return new ThreadFacts(communityId, until, next, sweepAt);
    }
}
