package io.otklik.connectors.kafka;

import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertDelivery;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.Audience;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Community;
import io.otklik.schemas.Copy;
import io.otklik.schemas.Counter;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.EngagementWindow;
import io.otklik.schemas.Incident;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.JsonWriter;
import io.otklik.schemas.Message;
import io.otklik.schemas.ResponseWindow;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.Suspicion;
import io.otklik.schemas.Topic;
import io.otklik.schemas.Verdict;
import io.otklik.schemas.WorkCalendar;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.function.SerializableFunction;

import java.io.Serializable;
import java.time.Instant;

/** A topic of records: what it carries, by which key, and which time of a record is its own. */
public final class RecordTopic<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final RecordTopic<Message> MESSAGE =
            new RecordTopic<>(Topic.MESSAGE, Message.class, Message::threadId, Message::changedAt);
    public static final RecordTopic<Counter> COUNTER =
            new RecordTopic<>(
                    Topic.COUNTER, Counter.class, Counter::messageId, Counter::observedAt);
    public static final RecordTopic<Community> COMMUNITY =
            new RecordTopic<>(
                    Topic.COMMUNITY, Community.class, Community::communityId, Community::updatedAt);
    public static final RecordTopic<SlaPolicy> SLA_POLICY =
            new RecordTopic<>(
                    Topic.SLA_POLICY, SlaPolicy.class, SlaPolicy::versionId, SlaPolicy::updatedAt);
    public static final RecordTopic<WorkCalendar> WORK_CALENDAR =
            new RecordTopic<>(
                    Topic.WORK_CALENDAR,
                    WorkCalendar.class,
                    WorkCalendar::versionId,
                    WorkCalendar::updatedAt);
    public static final RecordTopic<RuleBookVersion> RULE =
            new RecordTopic<>(
                    Topic.RULE,
                    RuleBookVersion.class,
                    RuleBookVersion::bookId,
                    RuleBookVersion::updatedAt);
    public static final RecordTopic<Appeal> APPEAL =
            new RecordTopic<>(Topic.APPEAL, Appeal.class, Appeal::appealId, Appeal::updatedAt);
    public static final RecordTopic<AppealEvent> APPEAL_EVENT =
            new RecordTopic<>(
                    Topic.APPEAL_EVENT, AppealEvent.class, AppealEvent::appealId, AppealEvent::at);
    public static final RecordTopic<Alert> ALERT =
            new RecordTopic<>(Topic.ALERT, Alert.class, Alert::alertId, Alert::raisedAt);
    public static final RecordTopic<AlertDelivery> ALERT_DELIVERY =
            new RecordTopic<>(
                    Topic.ALERT_DELIVERY,
                    AlertDelivery.class,
                    AlertDelivery::deliveryId,
                    AlertDelivery::updatedAt);
    public static final RecordTopic<Incident> INCIDENT =
            new RecordTopic<>(
                    Topic.INCIDENT, Incident.class, Incident::incidentId, Incident::updatedAt);
    public static final RecordTopic<ResponseWindow> RESPONSE_WINDOW =
            new RecordTopic<>(
                    Topic.RESPONSE_WINDOW,
                    ResponseWindow.class,
                    ResponseWindow::windowId,
                    ResponseWindow::windowStart);
    public static final RecordTopic<Claim> CLAIM =
            new RecordTopic<>(Topic.CLAIM, Claim.class, Claim::claimId, Claim::updatedAt);
    public static final RecordTopic<Verdict> VERDICT =
            new RecordTopic<>(Topic.VERDICT, Verdict.class, Verdict::claimId, Verdict::at);
    public static final RecordTopic<Suspicion> SUSPICION =
            new RecordTopic<>(
                    Topic.SUSPICION, Suspicion.class, Suspicion::suspicionId, Suspicion::updatedAt);
    public static final RecordTopic<Copy> COPY =
            new RecordTopic<>(Topic.COPY, Copy.class, Copy::messageId, Copy::publishedAt);
    public static final RecordTopic<Audience> AUDIENCE =
            new RecordTopic<>(
                    Topic.AUDIENCE, Audience.class, Audience::communityId, Audience::observedAt);
    public static final RecordTopic<EngagementWindow> ENGAGEMENT_WINDOW =
            new RecordTopic<>(
                    Topic.ENGAGEMENT_WINDOW,
                    EngagementWindow.class,
                    EngagementWindow::windowId,
                    EngagementWindow::windowStart);
    public static final RecordTopic<DeadLetter> DEAD_LETTER =
            new RecordTopic<>(
                    Topic.DEAD_LETTER, DeadLetter.class, RecordTopic::origin, DeadLetter::at);

    private final Topic topic;
    private final Class<T> type;
    private final SerializableFunction<T, String> key;
    private final SerializableFunction<T, Instant> eventTime;

    private RecordTopic(
            Topic topic,
            Class<T> type,
            SerializableFunction<T, String> key,
            SerializableFunction<T, Instant> eventTime) {
        this.topic = topic;
        this.type = type;
        this.key = key;
        this.eventTime = eventTime;
    }

    public Topic topic() {
        return topic;
    }

    public String topicName() {
        return topic.topicName();
    }

    public Class<T> type() {
        return type;
    }

    /** Records with one key keep their order and share a partition. */
    public String key(T value) {
        return key.apply(value);
    }

    public Instant eventTime(T value) {
        return eventTime.apply(value);
    }

    /** Writes records as {@link #codec} does; for one thread. */
    JsonWriter<T> writer() {
        return JsonWriter.of(type);
    }

    public JsonCodec<T> codec() {
        return JsonCodec.of(type);
    }

    public TypeInformation<T> typeInformation() {
        return TypeInformation.of(type);
    }

    /** A null value deletes its key. */
    boolean compacted() {
        return "compact".equals(topic.settings().get("cleanup.policy"));
    }

    private static String origin(DeadLetter letter) {
        return letter.topic()
                + '/'
                + letter.partition()
                + '/'
                + letter.offset()
                + '/'
                + letter.position();
    }
}
