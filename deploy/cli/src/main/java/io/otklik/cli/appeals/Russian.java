package io.otklik.cli.appeals;

import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Outcome;
import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.TimeZones;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The words of the centre for states, events, terms and times. */
public final class Russian {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm x");

    private Russian() {}

    public static String status(AppealStatus status) {
        return switch (status) {
            case OPEN -> "ждёт ответа";
            case ACKNOWLEDGED -> "взято в работу";
            case CLARIFYING -> "ждёт уточнения";
            case INTERIM -> "промежуточный ответ";
            case ANSWERED -> "отвечено";
            case WITHDRAWN -> "снято";
            case MERGED -> "объединено";
        };
    }

    public static String event(AppealEventType type) {
        return switch (type) {
            case DETECTED -> "Обращение найдено";
            case EXCLUDED -> "Не обращение";
            case ROUTED -> "Назначен исполнитель";
            case SLA_APPLIED -> "Установлен срок";
            case ACKNOWLEDGED -> "Взято в работу";
            case CLARIFICATION_REQUESTED -> "Запрошено уточнение";
            case CLARIFICATION_TIMED_OUT -> "Уточнения не дождались";
            case INTERIM -> "Промежуточный ответ";
            case FINAL -> "Ответ по существу";
            case UNOFFICIAL_ANSWER -> "Ответ с неофициального аккаунта (не засчитан)";
            case FOLLOWED_UP -> "Заявитель дополнил";
            case WARNED -> "Срок подходит";
            case BREACHED -> "Срок нарушен";
            case ESCALATED -> "Передано выше";
            case TRANSFERRED -> "Перенаправлено";
            case REOPENED -> "Открыто повторно";
            case ANSWER_RETRACTED -> "Ответ удалён";
            case MERGED -> "Объединено с другим обращением";
            case WITHDRAWN -> "Снято: удалено или изменено";
        };
    }

    public static String metric(SlaMetric metric) {
        return switch (metric) {
            case TRIAGE -> "разбор";
            case FIRST_RESPONSE -> "первый ответ";
            case FINAL_ANSWER -> "ответ по существу";
            case FINAL_AFTER_INTERIM -> "ответ после промежуточного";
            case CLARIFICATION -> "уточнение";
        };
    }

    public static String outcome(Outcome outcome) {
        return switch (outcome) {
            case RESOLVED -> "Решено";
            case EXPLAINED -> "Разъяснено";
            case REDIRECTED -> "Перенаправлено";
            case DECLINED -> "Отклонено";
            case NOT_RESOLVED -> "Не решено";
            case POSTPONED -> "Отложено";
        };
    }

    /** A time in a zone, to the second; empty for null. */
    public static String time(Instant at, ZoneId zone) {
        return at == null ? "" : TIME.format(at.atZone(zone));
    }

    /**
     * A time in a zone, to the minute, with its distance from UTC: {@code 03.03.2026 16:00 +05}.
     */
    public static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    /** A length of time in its two largest units: {@code 12 д 4 ч}, {@code 3 ч 20 мин}. */
    public static String span(long seconds) {
        Duration length = Duration.ofSeconds(seconds);
        if (length.toDays() > 0) {
            return "%d д %d ч".formatted(length.toDays(), length.toHoursPart());
        }
        return length.toHours() > 0
                ? "%d ч %d мин".formatted(length.toHours(), length.toMinutesPart())
                : "%d мин".formatted(length.toMinutes());
    }

    /** A length of time as {@code 26:03:09}: hours of any number; empty for null. */
    public static String clock(Long millis) {
        if (millis == null) {
            return "";
        }
        Duration length = Duration.ofMillis(Math.abs(millis));
        return "%s%d:%02d:%02d"
                .formatted(
                        millis < 0 ? "-" : "",
                        length.toHours(),
                        length.toMinutesPart(),
                        length.toSecondsPart());
    }

    /** The zone of a name; UTC where a row names none that is known. */
    public static ZoneId zone(String name) {
        return TimeZones.named(name).orElse(ZoneId.of("UTC"));
    }
}
