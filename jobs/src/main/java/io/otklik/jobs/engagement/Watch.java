package io.otklik.jobs.engagement;

import io.otklik.engagement.DayPeaks;
import io.otklik.engagement.Recent;
import io.otklik.engagement.Usual;

/**
 * What is known of a page's reactions besides the counts.
 *
 * @param knownHour the first hour with any, or with an unanswered appeal, and none that had passed
 *     by the watermark when the page was met; hours since the epoch
 * @param touchedAt end of the latest ten seconds with any, at first that fact; epoch milliseconds
 * @param usualHour the hour that {@code usual} is of
 * @param usual null before the first
 * @param recent the reactions that the longest window holds, as far as they were looked at
 * @param forgetAt time of the timer that lets go what is forgotten
 * @param timerAt time of the first timer that looks; {@link #NEVER} if none is set
 * @param lookAt when to look without reactions, while a spike stands; otherwise {@link #NEVER}
 */
public record Watch(
        long knownHour,
        long touchedAt,
        long usualHour,
        Usual usual,
        DayPeaks peaks,
        Recent recent,
        long forgetAt,
        long timerAt,
        long lookAt) {

    static final long NEVER = Long.MAX_VALUE;

    static Watch since(long hour, long at, long forgetAt) {
        return new Watch(
                hour, at, Long.MIN_VALUE, null, DayPeaks.NONE, Recent.NONE, forgetAt, NEVER, NEVER);
    }

    Watch knownSince(long hour) {
        return new Watch(
                hour, touchedAt, Long.MIN_VALUE, usual, peaks, recent, forgetAt, timerAt, lookAt);
    }

    Watch usualIn(long hour, Usual newUsual) {
        return new Watch(
                knownHour, touchedAt, hour, newUsual, peaks, recent, forgetAt, timerAt, lookAt);
    }

    Watch seen(long at, Recent newRecent, DayPeaks newPeaks) {
        return new Watch(
                knownHour,
                Math.max(touchedAt, at),
                usualHour,
                usual,
                newPeaks,
                newRecent,
                forgetAt,
                timerAt,
                lookAt);
    }

    Watch withRecent(Recent newRecent) {
        return seen(touchedAt, newRecent, peaks);
    }

    Watch forgottenAt(long time) {
        return new Watch(
                knownHour, touchedAt, usualHour, usual, peaks, recent, time, timerAt, lookAt);
    }

    Watch timedAt(long time) {
        return new Watch(
                knownHour, touchedAt, usualHour, usual, peaks, recent, forgetAt, time, lookAt);
    }

    Watch lookedAt(long time) {
        return new Watch(
                knownHour, touchedAt, usualHour, usual, peaks, recent, forgetAt, timerAt, time);
    }
}
