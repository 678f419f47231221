package io.otklik.jobs.response;

import io.otklik.schemas.WindowSize;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What one appeal adds to which windows: a pure function of its facts. */
final class WindowSums {

    private final Map<WindowKey, WindowSum> sums = new HashMap<>();

    private WindowSums() {}

    /**
     * What changes in each window when an appeal's facts change.
     *
     * @param before null if it was not counted
     * @param after null if it is counted no longer
     */
    static Map<WindowKey, WindowSum> difference(AppealFacts before, AppealFacts after) {
        WindowSums difference = new WindowSums();
        if (before != null) {
            difference.count(before, -1);
        }
        if (after != null) {
            difference.count(after, 1);
        }
        difference.sums.values().removeIf(WindowSum::isZero);
        return difference.sums;
    }

    private void count(AppealFacts appeal, int sign) {
        add(appeal, appeal.openedAt(), WindowSum.counting(Count.OPENED, sign));
        if (appeal.withdrawn()) {
            add(appeal, appeal.openedAt(), WindowSum.counting(Count.WITHDRAWN, sign));
        }
        if (appeal.open()) {
            add(appeal, appeal.openedAt(), WindowSum.waiting(appeal.openedAt(), sign));
        }
        for (Instant at : appeal.reopenedAt()) {
            add(appeal, at, WindowSum.counting(Count.REOPENED, sign));
        }
        countAcknowledgement(appeal, sign);
        countFirstResponse(appeal, sign);
        countFinalAnswer(appeal, sign);
    }

    private void countAcknowledgement(AppealFacts appeal, int sign) {
        Instant at = appeal.acknowledgedAt();
        if (at == null) {
            return;
        }
        add(appeal, at, WindowSum.counting(Count.ACKNOWLEDGED, sign));
        if (appeal.open()) {
            add(appeal, at, WindowSum.counting(Count.ACKNOWLEDGED_UNFINISHED, sign));
        }
    }

    private void countFirstResponse(AppealFacts appeal, int sign) {
        Instant at = appeal.firstResponseAt();
        if (at != null) {
            Long calendar = appeal.firstResponseMillis();
            Long business = appeal.firstResponseBusinessMillis();
            add(
                    appeal,
                    at,
                    WindowSum.lasting(
                            calendar == null ? Durations.NONE : Durations.of(calendar, sign),
                            business == null ? Durations.NONE : Durations.of(business, sign),
                            Durations.NONE));
            if (appeal.templateResponse()) {
                add(appeal, at, WindowSum.counting(Count.TEMPLATES, sign));
            }
        }
        if (appeal.firstBreachedAt() != null) {
            Instant deadline = appeal.firstBreachedAt();
            add(appeal, deadline, WindowSum.counting(Count.FIRST_OVERDUE, sign));
            if (at == null && appeal.open()) {
                add(appeal, deadline, WindowSum.counting(Count.FIRST_SILENT, sign));
            }
        } else if (at != null && appeal.firstHasDeadline()) {
            add(appeal, at, WindowSum.counting(Count.FIRST_IN_TIME, sign));
        }
    }

    private void countFinalAnswer(AppealFacts appeal, int sign) {
        Instant at = appeal.finalAnswerAt();
        if (at != null) {
            add(appeal, at, WindowSum.counting(Count.ANSWERED, sign));
            Instant acknowledged = appeal.acknowledgedAt();
            if (acknowledged != null && !acknowledged.isAfter(at)) {
                long gap = Duration.between(acknowledged, at).toMillis();
                add(
                        appeal,
                        at,
                        WindowSum.lasting(Durations.NONE, Durations.NONE, Durations.of(gap, sign)));
            }
        }
        if (appeal.finalBreachedAt() != null) {
            Instant deadline = appeal.finalBreachedAt();
            add(appeal, deadline, WindowSum.counting(Count.FINAL_OVERDUE, sign));
            if (at == null && appeal.open()) {
                add(appeal, deadline, WindowSum.counting(Count.FINAL_SILENT, sign));
            }
        } else if (at != null && appeal.finalHasDeadline()) {
            add(appeal, at, WindowSum.counting(Count.FINAL_IN_TIME, sign));
        }
    }

    private void add(AppealFacts appeal, Instant at, WindowSum sum) {
        for (WindowSize size : WindowSize.values()) {
            sums.merge(WindowKey.of(size, appeal.timeZone(), at), sum, WindowSum::plus);
        }
    }
}
