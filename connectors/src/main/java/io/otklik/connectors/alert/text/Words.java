package io.otklik.connectors.alert.text;

import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.Urgency;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Russian words for kinds, metrics, times and durations. */
final class Words {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.forLanguageTag("ru"));

    private Words() {}

    /** One line: what happened. */
    static String title(Alert alert, News news) {
        return switch (news) {
            case RAISED -> raised(alert);
            case CLEARED -> "Снято: " + subject(alert);
            case RETRACTED -> "Отозвано: " + subject(alert);
        };
    }

    private static String raised(Alert alert) {
        return switch (alert.kind()) {
            case DUE_SOON -> "Скоро срок: " + metric(alert.metric());
            case OVERDUE -> "Просрочено: " + metric(alert.metric());
            case ESCALATION ->
                    "Эскалация, уровень %d: %s просрочен"
                            .formatted(alert.level(), metric(alert.metric()));
            case SPREAD ->
                    alert.level() == 0
                            ? "Непроверенное сообщение быстро распространяется"
                            : "Срок опровержения прошёл, опровержения нет";
            case ENGAGEMENT_SPIKE ->
                    alert.urgency() == Urgency.HIGH
                            ? "Растёт критика без ответа: всплеск активности " + where(alert)
                            : "Всплеск активности " + where(alert);
        };
    }

    private static String subject(Alert alert) {
        return switch (alert.kind()) {
            case DUE_SOON -> "скорый срок, " + metric(alert.metric());
            case OVERDUE -> "просрочка, " + metric(alert.metric());
            case ESCALATION ->
                    "эскалация, уровень %d, %s".formatted(alert.level(), metric(alert.metric()));
            case SPREAD ->
                    alert.level() == 0
                            ? "распространение непроверенного сообщения"
                            : "непроверенное сообщение без опровержения в срок";
            case ENGAGEMENT_SPIKE -> "всплеск активности";
        };
    }

    private static String where(Alert alert) {
        return alert.subjectId().equals(alert.communityId()) ? "на странице" : "под записью";
    }

    private static String metric(SlaMetric metric) {
        if (metric == null) {
            return "ответ";
        }
        return switch (metric) {
            case TRIAGE -> "разбор обращения";
            case FIRST_RESPONSE -> "первый ответ";
            case FINAL_ANSWER -> "окончательный ответ";
            case FINAL_AFTER_INTERIM -> "окончательный ответ после промежуточного";
            case CLARIFICATION -> "уточнение";
        };
    }

    /** How the alert's term and the clock stand to each other; empty without a term. */
    static String lateness(Alert alert, News news, Instant now) {
        TermWords words =
                alert.kind() == AlertKind.SPREAD ? TermWords.REFUTATION : TermWords.ANSWER;
        return switch (news) {
            case RETRACTED -> words.retracted();
            case CLEARED ->
                    alert.lateMillis() == null
                            ? words.cleared()
                            : alert.lateMillis() > 0
                                    ? words.late()
                                            .formatted(
                                                    duration(Duration.ofMillis(alert.lateMillis())))
                                    : words.inTime();
            case RAISED -> alert.dueAt() == null ? "" : running(alert.dueAt(), now, words);
            default -> throw new IllegalStateException(news.toString());
        };
    }

    private static String running(Instant dueAt, Instant now, TermWords words) {
        Duration left = Duration.between(now, dueAt);
        return left.isNegative() || left.isZero()
                ? words.over().formatted(duration(left.negated()))
                : words.left().formatted(duration(left));
    }

    /** Local time with its distance from UTC, as readers may sit in another zone. */
    static String time(Instant instant, ZoneId zone) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime local = instant.atZone(zone);
        String offset = local.getOffset().equals(ZoneOffset.UTC) ? "" : local.getOffset().getId();
        return "%s (UTC%s)"
                .formatted(
                        LOCAL.format(local),
                        offset.replaceFirst(":00$", "").replaceFirst("([+-])0", "$1"));
    }

    /** The two largest units; parts of a minute are left out. */
    static String duration(Duration duration) {
        long minutes = duration.toMinutes();
        long days = minutes / 1_440;
        long hours = minutes / 60 % 24;
        if (days > 0) {
            return hours == 0 ? "%d дн.".formatted(days) : "%d дн. %d ч".formatted(days, hours);
        }
        if (hours > 0) {
            return minutes % 60 == 0
                    ? "%d ч".formatted(hours)
                    : "%d ч %d мин".formatted(hours, minutes % 60);
        }
        return minutes == 0 ? "меньше минуты" : "%d мин".formatted(minutes);
    }
}
