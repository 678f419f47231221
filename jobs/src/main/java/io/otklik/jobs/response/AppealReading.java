package io.otklik.jobs.response;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealStatus;
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
        add(slices, WindowDimension.MUNICIPALITY, within(region, place), place, region);
        return slices;
    }

    /** What the windows count of it; null for one that was retracted. */
    static AppealFacts facts(Appeal appeal) {
        if (appeal.retracted()) {
            return null;
        }
        return new AppealFacts(
                "UTC",
                appeal.publishedAt(),
                appeal.status() == AppealStatus.OPEN,
                appeal.status() == AppealStatus.WITHDRAWN,
                null,
                appeal.firstResponseAt(),
                appeal.firstResponseMillis(),
                null,
                false,
                false,
                null,
                appeal.firstResponseAt(),
                false,
                null,
                List.of());
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
