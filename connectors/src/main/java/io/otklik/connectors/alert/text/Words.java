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
        if (alert.kind() == AlertKind.SPREAD) {
            return refutation(alert, news, now);
        }
        switch (news) {
            case RETRACTED:
                return "Сообщение удалено или не является обращением.";
            case CLEARED:
                if (alert.lateMillis() == null) {
                    return "";
                }
                return alert.lateMillis() > 0
                        ? "Ответ дан с опозданием на %s."
                                .formatted(duration(Duration.ofMillis(alert.lateMillis())))
                        : "Ответ дан в срок.";
            case RAISED:
                if (alert.dueAt() == null) {
                    return "";
                }
                Duration left = Duration.between(now, alert.dueAt());
                return left.isNegative() || left.isZero()
                        ? "Опоздание: %s.".formatted(duration(left.negated()))
                        : "Осталось: %s.".formatted(duration(left));
            default:
                throw new IllegalStateException(news.toString());
        }
    }

    /** The same of a story: nobody owes an answer there, its term is that of a refutation. */
    private static String refutation(Alert alert, News news, Instant now) {
        switch (news) {
            case RETRACTED:
                return "Повода нет: сообщение вошло в другую историю, опровергнуто в срок или больше"
                        + " не вызывает подозрений.";
            case CLEARED:
                return alert.lateMillis() != null && alert.lateMillis() > 0
                        ? "Опровергнуто или закрыто с опозданием на %s."
                                .formatted(duration(Duration.ofMillis(alert.lateMillis())))
                        : "Опровергнуто или закрыто.";
            case RAISED:
                if (alert.dueAt() == null) {
                    return "";
                }
                Duration left = Duration.between(now, alert.dueAt());
                return left.isNegative() || left.isZero()
                        ? "После срока опровержения прошло: %s.".formatted(duration(left.negated()))
                        : "До срока опровержения осталось: %s.".formatted(duration(left));
            default:
                throw new IllegalStateException(news.toString());
        }
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
