package io.otklik.jobs.engagement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The counters of one message: running totals in the order of their times, and between them the
 * changes by single events. What the counters gained is a pure function of them.
 *
 * <p>A total counts as the difference to the one before it, less the changes in between, which
 * count by themselves. So the gains add up to the latest total whatever came in which order:
 *
 * <ul>
 *   <li>Likes, reposts and comments that become fewer were taken back: the difference is negative.
 *   <li>Views that fall below half of what they were have started anew; they, and with them each
 *       other total that fell, count from zero. A smaller fall is the platform's correction.
 *   <li>The first total counts from zero if it was observed within a day of the message's
 *       publication. Otherwise nobody knows when it was gained, and it counts nothing.
 * </ul>
 *
 * <p>Only the last day of snapshots, by their own times and at most {@value #MOST}, is kept to be
 * divided by what comes late; what lies before is settled: a total of that time counts no more, a
 * single event is late. The first is kept as long as the message's publication is not known,
 * whatever comes before it.
 *
 * @param base the totals when the kept snapshots begin; {@link #ABSENT} where not known
 * @param pending changes since the last total of each figure before the kept snapshots
 * @param settledUntil the time of the last snapshot that is kept no longer; {@link #ABSENT}: none
 * @param tail changes after the last snapshot
 * @param lastChangeAt time of the latest of these, or later
 */
public record CounterSeries(
        long[] base,
        long[] pending,
        long settledUntil,
        List<Snapshot> snapshots,
        long[] tail,
        long lastChangeAt) {

    static final long ABSENT = Long.MIN_VALUE;

    /** Views, likes, reposts, comments. */
    static final int FIGURES = 4;

    private static final int VIEWS = 0;
    private static final int MOST = 64;
    private static final long KEPT_MILLIS = 24 * 60 * 60_000L;

    static final CounterSeries EMPTY =
            new CounterSeries(
                    absent(), new long[FIGURES], ABSENT, List.of(), new long[FIGURES], ABSENT);

    /** Whether a fact of that time comes too late to count. */
    boolean isSettled(long at) {
        return at <= settledUntil;
    }

    /** Whether the changes in a new snapshot's interval must be looked up one by one. */
    boolean dividesChanges(long at) {
        boolean newest = indexAfter(at) == snapshots.size();
        return newest ? lastChangeAt > at : !hasSnapshot(at);
    }

    /** The time of the snapshot before: changes after it lie in the new snapshot's interval. */
    long intervalStart(long at) {
        int index = indexAfter(at);
        return index == 0 ? settledUntil : snapshots.get(index - 1).at();
    }

    /**
     * With one more snapshot. Of two at one moment the larger totals stand.
     *
     * @param divided changes after the snapshot before and up to this one; null if all changes of
     *     its interval are that early
     */
    CounterSeries withSnapshot(long at, long[] totals, long[] divided) {
        int index = indexAfter(at);
        List<Snapshot> more = new ArrayList<>(snapshots);
        if (hasSnapshot(at)) {
            Snapshot same = snapshots.get(index);
            more.set(index, new Snapshot(at, larger(same.totals(), totals), same.changes()));
            return with(more, tail, lastChangeAt);
        }
        long[] interval = index == more.size() ? tail : more.get(index).changes();
        long[] upTo = divided == null ? interval : divided;
        long[] rest = minus(interval, upTo);
        more.add(index, new Snapshot(at, totals, upTo));
        if (index + 1 == more.size()) {
            return with(more, rest, lastChangeAt);
        }
        Snapshot next = more.get(index + 1);
        more.set(index + 1, new Snapshot(next.at(), next.totals(), rest));
        return with(more, tail, lastChangeAt);
    }

    /** With one more change by an event. */
    CounterSeries withChange(long at, long[] change) {
        int index = indexAfter(at);
        if (index == snapshots.size()) {
            return with(snapshots, plus(tail, change), Math.max(lastChangeAt, at));
        }
        List<Snapshot> more = new ArrayList<>(snapshots);
        Snapshot into = more.get(index);
        more.set(index, new Snapshot(into.at(), into.totals(), plus(into.changes(), change)));
        return with(more, tail, lastChangeAt);
    }

    /**
     * What the kept snapshots gained, by their times; without the changes by events.
     *
     * @param publishedAt of the message; {@link #ABSENT} if not known
     */
    TreeMap<Long, long[]> gains(long publishedAt) {
        TreeMap<Long, long[]> gains = new TreeMap<>();
        long[] totals = totalsBefore(publishedAt);
        long[] waiting = pending.clone();
        for (Snapshot snapshot : snapshots) {
            gains.put(snapshot.at(), gain(snapshot, totals, waiting));
        }
        return gains;
    }

    /**
     * Without the snapshots that are kept no longer. While it is not known whether the message is
     * new the first stays, for it may have to count: a later one goes into the one after it.
     */
    CounterSeries settled(long publishedAt) {
        return publishedAt == ABSENT && settledUntil == ABSENT
                ? withTheFirst()
                : withoutTheFirst(publishedAt);
    }

    private CounterSeries withTheFirst() {
        List<Snapshot> kept = snapshots;
        while (kept.size() > MOST
                || kept.size() > 2 && kept.get(1).at() < last().at() - KEPT_MILLIS) {
            kept = kept == snapshots ? new ArrayList<>(snapshots) : kept;
            kept.set(2, kept.get(1).into(kept.get(2)));
            kept.remove(1);
        }
        return kept == snapshots ? this : with(kept, tail, lastChangeAt);
    }

    private CounterSeries withoutTheFirst(long publishedAt) {
        int settled = 0;
        while (snapshots.size() - settled > MOST
                || settled + 1 < snapshots.size()
                        && snapshots.get(settled).at() < last().at() - KEPT_MILLIS) {
            settled++;
        }
        if (settled == 0) {
            return this;
        }
        long[] totals = totalsBefore(publishedAt);
        long[] waiting = pending.clone();
        for (Snapshot snapshot : snapshots.subList(0, settled)) {
            gain(snapshot, totals, waiting);
        }
        return new CounterSeries(
                totals,
                waiting,
                snapshots.get(settled - 1).at(),
                new ArrayList<>(snapshots.subList(settled, snapshots.size())),
                tail,
                lastChangeAt);
    }

    /** From when on the first kept snapshot gained; {@link #ABSENT} if not known. */
    long start(long publishedAt) {
        return isFresh(publishedAt) ? Math.min(publishedAt, snapshots.get(0).at()) : settledUntil;
    }

    private long[] totalsBefore(long publishedAt) {
        return isFresh(publishedAt) ? new long[FIGURES] : base.clone();
    }

    private boolean isFresh(long publishedAt) {
        return settledUntil == ABSENT
                && publishedAt != ABSENT
                && !snapshots.isEmpty()
                && snapshots.get(0).at() - publishedAt <= KEPT_MILLIS;
    }

    /** What one snapshot gained; moves the totals and the changes that wait for one. */
    private static long[] gain(Snapshot snapshot, long[] totals, long[] waiting) {
        long[] now = snapshot.totals();
        boolean anew =
                now[VIEWS] != ABSENT && totals[VIEWS] != ABSENT && now[VIEWS] < totals[VIEWS] / 2;
        long[] gained = new long[FIGURES];
        for (int i = 0; i < FIGURES; i++) {
            waiting[i] += snapshot.changes()[i];
            if (now[i] == ABSENT) {
                continue;
            }
            if (totals[i] != ABSENT) {
                gained[i] = now[i] - (anew && now[i] < totals[i] ? 0 : totals[i]) - waiting[i];
            }
            totals[i] = now[i];
            waiting[i] = 0;
        }
        return gained;
    }

    private CounterSeries with(List<Snapshot> more, long[] newTail, long changeAt) {
        return new CounterSeries(base, pending, settledUntil, more, newTail, changeAt);
    }

    private Snapshot last() {
        return snapshots.get(snapshots.size() - 1);
    }

    private boolean hasSnapshot(long at) {
        int index = indexAfter(at);
        return index < snapshots.size() && snapshots.get(index).at() == at;
    }

    /** The first snapshot that is not before an instant. */
    private int indexAfter(long at) {
        int index = snapshots.size();
        while (index > 0 && snapshots.get(index - 1).at() >= at) {
            index--;
        }
        return index;
    }

    private static long[] absent() {
        long[] absent = new long[FIGURES];
        Arrays.fill(absent, ABSENT);
        return absent;
    }

    private static long[] larger(long[] a, long[] b) {
        long[] larger = new long[FIGURES];
        Arrays.setAll(larger, i -> Math.max(a[i], b[i]));
        return larger;
    }

    private static long[] plus(long[] a, long[] b) {
        long[] sum = new long[FIGURES];
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    private static long[] minus(long[] a, long[] b) {
        long[] rest = new long[FIGURES];
        Arrays.setAll(rest, i -> a[i] - b[i]);
        return rest;
    }
}
