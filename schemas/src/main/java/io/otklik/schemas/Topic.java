package io.otklik.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Kafka topics: names, keys and settings. */
public enum Topic {
    RAW_VK("raw.vk", Retention.RAW),
    RAW_OK("raw.ok", Retention.RAW),
    RAW_TELEGRAM("raw.telegram", Retention.RAW),
    RAW_MAX("raw.max", Retention.RAW),
    /** Messages that come as Otklik's own JSON lines. */
    RAW_MESSAGE("raw.message", Retention.RAW),
    /** {@link Message}, keyed by {@code threadId}. */
    MESSAGE("social.message", Retention.KEPT),
    /** {@link Counter}, keyed by {@code messageId}. */
    COUNTER("social.counter", Retention.KEPT),
    /** {@link Community}, keyed by {@code communityId}. */
    COMMUNITY("registry.community", Retention.COMPACTED),
    /** {@link SlaPolicy}, keyed by {@code policyId@version}. */
    SLA_POLICY("policy.sla", Retention.COMPACTED),
    /** {@link WorkCalendar}, keyed by {@code calendarId@version}. */
    WORK_CALENDAR("policy.calendar", Retention.COMPACTED),
    /** {@link RuleBookVersion}, keyed by {@code bookId}. */
    RULE("rule", Retention.COMPACTED),
    /** {@link Appeal}, keyed by {@code appealId}. */
    APPEAL("appeal", Retention.COMPACTED),
    /** {@link AppealEvent}, keyed by {@code appealId}. */
    APPEAL_EVENT("appeal.event", Retention.KEPT),
    /** {@link Alert}, keyed by {@code alertId}. */
    ALERT("alert", Retention.COMPACTED),
    /** {@link Incident}, keyed by {@code incidentId}. */
    INCIDENT("incident", Retention.COMPACTED),
    /** {@link AlertDelivery}, keyed by {@code deliveryId}, partitioned as the alerts. */
    ALERT_DELIVERY("alert.delivery", Retention.COMPACTED),
    /** {@link ResponseWindow}, keyed by {@code windowId}. */
    RESPONSE_WINDOW("response.window", Retention.COMPACTED),
    /** {@link Claim}, keyed by {@code claimId}. */
    CLAIM("claim", Retention.COMPACTED),
    /** {@link Verdict}, keyed by {@code claimId}. */
    VERDICT("verdict", Retention.KEPT),
    /** {@link Suspicion}, keyed by {@code suspicionId}. */
    SUSPICION("suspicion", Retention.COMPACTED),
    /** {@link Copy}, keyed by {@code messageId}. */
    COPY("copy", Retention.COMPACTED),
    /** {@link Audience}, keyed by {@code communityId}. */
    AUDIENCE("audience", Retention.KEPT),
    /** {@link EngagementWindow}, keyed by {@code windowId}. */
    ENGAGEMENT_WINDOW("engagement.window", Retention.COMPACTED),
    /** {@link DeadLetter}, keyed by its place of origin. */
    DEAD_LETTER("dead-letter", Retention.KEPT);

    /** How long raw topics keep a payload after it arrived. */
    public static final Duration RAW_RETENTION = Duration.ofDays(30);

    private static final Duration RAW_SEGMENT = Duration.ofDays(1);

    /** Partitions of a topic unless the operator says otherwise. */
    public static final int DEFAULT_PARTITIONS = 4;

    private final String topicName;
    private final Retention retention;

    Topic(String topicName, Retention retention) {
        this.topicName = topicName;
        this.retention = retention;
    }

    public String topicName() {
        return topicName;
    }

    /** The raw topic of a platform. */
    public static Topic raw(Platform platform) {
        return switch (platform) {
            case VK -> RAW_VK;
            case OK -> RAW_OK;
            case TELEGRAM -> RAW_TELEGRAM;
            case MAX -> RAW_MAX;
        };
    }

    /**
     * Settings of the topic. Retention by time is off: records carry the time of the event, and a
     * replay of last year would be deleted as it is written. Raw topics alone, where residents have
     * their names, numbers and plain ids, forget what arrived more than a month ago.
     */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", retention == Retention.COMPACTED ? "compact" : "delete");
        if (retention == Retention.RAW) {
            settings.put("retention.ms", Long.toString(RAW_RETENTION.toMillis()));
            // A segment goes as a whole, when its newest record is that old.
            settings.put("segment.ms", Long.toString(RAW_SEGMENT.toMillis()));
            settings.put("message.timestamp.type", "LogAppendTime");
        } else {
            settings.put("retention.ms", "-1");
            settings.put("message.timestamp.type", "CreateTime");
        }
        settings.put("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        return settings;
    }

    /** Largest record batch that a topic takes. */
    public static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;

    private enum Retention {
        RAW,
        KEPT,
        COMPACTED
    }
}
