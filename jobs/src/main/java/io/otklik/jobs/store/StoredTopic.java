package io.otklik.jobs.store;

import io.otklik.connectors.clickhouse.ClickHouseTable;
import io.otklik.connectors.clickhouse.JsonRows;
import io.otklik.connectors.kafka.RecordTopic;
import io.otklik.connectors.kafka.TopicReading;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

import java.io.Serializable;
import java.util.List;

/** A topic and the table that holds its records. */
record StoredTopic<T>(RecordTopic<T> topic, ClickHouseTable<T> table) implements Serializable {

    static final List<StoredTopic<?>> ALL =
            List.of(
                    new StoredTopic<>(RecordTopic.MESSAGE, ClickHouseTable.MESSAGE),
                    new StoredTopic<>(RecordTopic.COUNTER, ClickHouseTable.COUNTER),
                    new StoredTopic<>(RecordTopic.COMMUNITY, ClickHouseTable.COMMUNITY),
                    new StoredTopic<>(RecordTopic.SLA_POLICY, ClickHouseTable.SLA_POLICY),
                    new StoredTopic<>(RecordTopic.WORK_CALENDAR, ClickHouseTable.WORK_CALENDAR),
                    new StoredTopic<>(RecordTopic.APPEAL, ClickHouseTable.APPEAL),
                    new StoredTopic<>(RecordTopic.APPEAL_EVENT, ClickHouseTable.APPEAL_EVENT),
                    new StoredTopic<>(RecordTopic.ALERT, ClickHouseTable.ALERT),
                    new StoredTopic<>(RecordTopic.ALERT_DELIVERY, ClickHouseTable.ALERT_DELIVERY),
                    new StoredTopic<>(RecordTopic.INCIDENT, ClickHouseTable.INCIDENT),
                    new StoredTopic<>(RecordTopic.RESPONSE_WINDOW, ClickHouseTable.RESPONSE_WINDOW),
                    new StoredTopic<>(RecordTopic.CLAIM, ClickHouseTable.CLAIM),
                    new StoredTopic<>(RecordTopic.VERDICT, ClickHouseTable.VERDICT),
                    new StoredTopic<>(RecordTopic.SUSPICION, ClickHouseTable.SUSPICION),
                    new StoredTopic<>(RecordTopic.COPY, ClickHouseTable.COPY),
                    new StoredTopic<>(RecordTopic.AUDIENCE, ClickHouseTable.AUDIENCE),
                    new StoredTopic<>(RecordTopic.ENGAGEMENT_WINDOW, ClickHouseTable.ENGAGEMENT),
                    new StoredTopic<>(RecordTopic.DEAD_LETTER, ClickHouseTable.DEAD_LETTER));

    /** The rows of the topic's records. */
    TopicReading<byte[]> rows() {
        return new TopicReading<>(
                topic,
                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO,
                () -> JsonRows.of(table)::row);
    }
}
