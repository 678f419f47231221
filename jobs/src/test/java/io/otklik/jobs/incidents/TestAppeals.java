package io.otklik.jobs.incidents;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Platform;
import io.otklik.schemas.Urgency;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Appeals of a street, with only what incidents look at. */
final class TestAppeals {

    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private TestAppeals() {}

    static Appeal appeal(
            String id, String author, String topic, String place, int hour, Integer closedHour) {
        return appeal(id, author, topic, place, hour, closedHour, false, 1);
    }

    static Appeal appeal(
            String id,
            String author,
            String topic,
            String place,
            int hour,
            Integer closedHour,
            boolean retracted,
            long version) {
        AppealStatus status = closedHour == null ? AppealStatus.OPEN : AppealStatus.ANSWERED;
        return appeal(id, author, topic, place, hour, closedHour, status, retracted, version);
    }

    static Appeal withdrawn(
            String id, String author, String topic, String place, int hour, int closedHour) {
        return appeal(id, author, topic, place, hour, closedHour, AppealStatus.WITHDRAWN, false, 1);
    }

    static Appeal appeal(
            String id,
            String author,
            String topic,
            String place,
            int hour,
            Integer closedHour,
            AppealStatus status,
            boolean retracted,
            long version) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("appealId", id);
        fields.put("threadId", "thread-" + id);
        fields.put("communityId", "vk:-1");
        fields.put("platform", Platform.VK);
        fields.put("region", "Приозёрная область");
        fields.put("municipality", "Заречный округ");
        fields.put("agencyId", "zarechny");
        fields.put("authorId", author);
        fields.put("text", "");
        fields.put("publishedAt", at(hour));
        fields.put("status", status);
        fields.put("topicGroup", "ЖКХ");
        fields.put("topic", topic);
        fields.put("urgency", Urgency.NORMAL);
        fields.put("place", place);
        fields.put("closedAt", closedHour == null ? null : at(closedHour));
        fields.put("updatedAt", at(closedHour == null ? hour : closedHour));
        fields.put("retracted", retracted);
        fields.put("version", version);
        return make(fields);
    }

    static Instant at(int hour) {
        return MONDAY.plus(Duration.ofHours(hour));
    }

    /** The record has more components than incidents care for: the others are empty. */
    private static Appeal make(Map<String, Object> fields) {
        RecordComponent[] components = Appeal.class.getRecordComponents();
        try {
            Constructor<Appeal> constructor =
                    Appeal.class.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            return constructor.newInstance(
                    Arrays.stream(components)
                            .map(
                                    component ->
                                            fields.containsKey(component.getName())
                                                    ? fields.get(component.getName())
                                                    : empty(component.getType()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object empty(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        if (type == double.class) {
            return 0.0;
        }
        return type == boolean.class ? false : null;
    }
}
