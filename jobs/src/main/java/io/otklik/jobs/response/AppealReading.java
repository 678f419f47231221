package io.otklik.jobs.response;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.TimeZones;
import io.otklik.schemas.WindowDimension;

import java.util.ArrayList;
import java.util.List;

/** What the windows need of an appeal's record. */
final class AppealReading {

    private AppealReading() {}

    /** What an appeal is counted under; one that knows no agency is counted under none. */
    static List<Slice> slices(Appeal appeal) {
        String region = appeal.region();
        String place = appeal.municipality();
        List<Slice> slices = new ArrayList<>(4);
        add(slices, WindowDimension.AGENCY, appeal.agencyId(), appeal.agencyName(), region);
        add(
                slices,
                WindowDimension.COMMUNITY,
                appeal.communityId(),
                appeal.communityName(),
                region);
        String group = appeal.topicGroup();
        add(slices, WindowDimension.MUNICIPALITY, within(region, place), place, region);
        add(slices, WindowDimension.TOPIC_GROUP, within(region, group), group, region);
        return slices;
    }

    /** What the windows count of it; null for one that was retracted. */
    static AppealFacts facts(Appeal appeal) {
        if (appeal.retracted()) {
            return null;
        }
        boolean open = appeal.closedAt() == null;
        boolean answered = appeal.status() == AppealStatus.ANSWERED;
        return new AppealFacts(
                TimeZones.ofDays(appeal.timeZone()),
                appeal.publishedAt(),
                open,
                !open && !answered,
                appeal.acknowledgedAt(),
                appeal.firstResponseAt(),
                appeal.firstResponseMillis(),
                appeal.firstResponseBusinessMillis(),
                appeal.templateAnswer(),
                appeal.firstResponseDueAt() != null,
                appeal.firstBreachedAt(),
                appeal.finalAnswerAt(),
                appeal.finalDueAt() != null,
                appeal.finalBreachedAt(),
                appeal.reopenedAt());
    }

    private static String within(String region, String id) {
        return id == null || region == null ? id : region + '/' + id;
    }

    private static void add(
            List<Slice> slices, WindowDimension dimension, String id, String name, String region) {
        if (id != null && !id.isEmpty()) {
            slices.add(new Slice(dimension, id, name, region));
        }
    }
}
