package io.otklik.jobs.response;

import io.otklik.schemas.ResponseWindow;
import io.otklik.schemas.WindowSize;

/** Turns the sum of a window into the record that the topic carries. */
final class WindowRows {

    private WindowRows() {}

    static ResponseWindow row(Slice slice, WindowKey key, WindowSum sum, long version) {
        Durations first = sum.first();
        Durations business = sum.firstBusiness();
        Durations gap = sum.gap();
        return new ResponseWindow(
                id(slice, key),
                key.size(),
                key.start(),
                key.end(),
                key.zone(),
                slice.dimension(),
                slice.id(),
                slice.name(),
                slice.region(),
                sum.count(Count.OPENED),
                sum.count(Count.WITHDRAWN),
                sum.count(Count.OPEN),
                sum.oldestOpenAt(),
                sum.medianOpenAt(),
                sum.count(Count.ACKNOWLEDGED),
                sum.count(Count.ACKNOWLEDGED_UNFINISHED),
                sum.count(Count.ANSWERED),
                sum.count(Count.REOPENED),
                sum.count(Count.FIRST_IN_TIME) + sum.count(Count.FIRST_OVERDUE),
                sum.count(Count.FIRST_IN_TIME),
                sum.count(Count.FIRST_OVERDUE),
                sum.count(Count.FIRST_SILENT),
                sum.count(Count.FINAL_IN_TIME) + sum.count(Count.FINAL_OVERDUE),
                sum.count(Count.FINAL_IN_TIME),
                sum.count(Count.FINAL_OVERDUE),
                sum.count(Count.FINAL_SILENT),
                first.count(),
                sum.count(Count.TEMPLATES),
                first.mean(),
                first.quantile(0.5),
                first.quantile(0.9),
                first.quantile(0.95),
                first.bins().indexList(),
                first.bins().countList(),
                business.count(),
                business.mean(),
                business.quantile(0.5),
                business.quantile(0.9),
                business.quantile(0.95),
                business.bins().indexList(),
                business.bins().countList(),
                gap.count(),
                gap.mean(),
                gap.quantile(0.5),
                gap.quantile(0.9),
                gap.bins().indexList(),
                gap.bins().countList(),
                sum.count(Count.LATE),
                version);
    }

    private static String id(Slice slice, WindowKey key) {
        String window = key.size() + "|" + slice.key() + '|' + key.startMillis();
        return key.size() == WindowSize.DAY ? window + '|' + key.zone() : window;
    }
}
