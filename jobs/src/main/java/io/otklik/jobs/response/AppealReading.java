package io.otklik.jobs.response;

import io.otklik.connectors.kafka.ValueReader;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.TimeZones;
import io.otklik.schemas.WindowDimension;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the windows need of an appeal's record. */
final class AppealReading {

    /** What a window's time can be, in state, in its row and in ClickHouse. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private AppealReading() {}

    /** Reads records; one in which something happens when no window can be is refused. */
    static ValueReader<Appeal> reader() {
        JsonCodec<Appeal> codec = JsonCodec.of(Appeal.class);
        return value -> {
            Appeal appeal = codec.decode(value);
            requireWindow("publishedAt", appeal.publishedAt());
            requireWindow("acknowledgedAt", appeal.acknowledgedAt());
            requireWindow("firstResponseAt", appeal.firstResponseAt());
            requireWindow("firstBreachedAt", appeal.firstBreachedAt());
            requireWindow("finalAnswerAt", appeal.finalAnswerAt());
            requireWindow("finalBreachedAt", appeal.finalBreachedAt());
            for (Instant at : appeal.reopenedAt()) {
                requireWindow("reopenedAt", at);
            }
            return appeal;
        };
    }

    private static void requireWindow(String field, Instant at) throws MalformedPayloadException {
        if (at != null && (at.isBefore(FIRST) || !at.isBefore(END))) {
            throw new MalformedPayloadException(
                    DeadLetterReason.OUT_OF_RANGE,
                    "Field %s is outside of 1970 to 2199, for which windows are counted."
                            .formatted(field));
        }
    }

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
