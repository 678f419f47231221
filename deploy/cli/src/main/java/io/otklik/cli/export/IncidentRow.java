package io.otklik.cli.export;

import io.otklik.cli.appeals.Russian;
import io.otklik.schemas.Outcome;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An appeal as a row of the export: one cell a column, in the columns' order, times in the page's
 * zone, lengths of time as hours:minutes:seconds. What is not known here (approval of drafts,
 * audience, survey) is empty.
 */
final class IncidentRow {

    /** The columns of the regions' incident system. */
    static final List<String> COLUMNS = columns();

    private final Map<String, String> cells = new LinkedHashMap<>();

    private IncidentRow(Incident incident) {
        COLUMNS.forEach(column -> cells.put(column, ""));
        ZoneId zone = Russian.zone(incident.timeZone());
        about(incident);
        times(incident, zone);
        answers(incident);
    }

    static List<String> cells(Incident incident) {
        return List.copyOf(new IncidentRow(incident).cells.values());
    }

    private void about(Incident incident) {
        set("Кабинет", incident.region());
        set("ID", incident.appealId());
        set(
                "Номер инцидента",
                incident.incidentId().isEmpty() ? incident.appealId() : incident.incidentId());
        set("Отдел", incident.department());
        set("Исполнитель", incident.agencyName());
        set("Текущий шаг инцидента", Russian.status(incident.status()));
        set("Группа тем", incident.topicGroup());
        set("Тема", incident.topic());
        set("Регион", incident.region());
        set("Муниципалитет", incident.municipality());
        Place place = Place.of(incident.place());
        set("Населенный пункт", place.settlement());
        set("Улица", place.street());
        set("Дом", place.house());
        set("Объект", place.object());
        set("Тип инцидента", "Решаемый");
        set("Есть медиафайл в сообщении", yesNo(incident.mediaInAppeal()));
        set("Урл поста", incident.url());
        set("Урл блога", incident.pageUrl());
        set("Текст инцидента", incident.text());
        set("Теги", String.join(", ", tags(incident)));
        set("Примечание", note(incident));
    }

    private void times(Incident incident, ZoneId zone) {
        set("Дата создания", Russian.time(incident.publishedAt(), zone));
        set("Дата окончания", Russian.time(incident.closedAt(), zone));
        set("Общее время первого ответа", Russian.time(incident.firstResponseAt(), zone));
        set(
                "Время с даты создания инцидента до времени первого ответа",
                Russian.clock(incident.firstResponseMillis()));
        set(
                "Время с даты создания инцидента до времени первого ответа, рабочее время",
                Russian.clock(incident.firstResponseBusinessMillis()));
        set("Время назначения последнего исполнителя", Russian.time(incident.assignedAt(), zone));
        set("Время 1го ответа ПИ", Russian.time(incident.assigneeResponseAt(), zone));
        set(
                "Первая реакция с момента назн. ПИ",
                Russian.clock(between(incident.assignedAt(), incident.assigneeResponseAt())));
        set("Уложились или нет после назн. ПИ", inTime(incident));
        set(
                "Время с начала создания инцидента до окончания",
                Russian.clock(between(incident.publishedAt(), incident.closedAt())));
    }

    private void answers(Incident incident) {
        set("Общий текст первого ответа", incident.firstResponseText());
        List<String> answers = incident.answers();
        set("1ый ответ ПИ", answers.isEmpty() ? "" : answers.get(0));
        set("2ой ответ ПИ", answers.size() < 2 ? "" : answers.get(1));
        set("3ий ответ ПИ", answers.size() < 3 ? "" : answers.get(2));
        set("Есть медиафайл в ответе", answers.isEmpty() ? "" : yesNo(incident.mediaInAnswer()));
        set("Аккаунт публикации ответа", answers.isEmpty() ? "" : incident.pageName());
        String outcome =
                incident.outcome().isEmpty()
                        ? ""
                        : Russian.outcome(Outcome.valueOf(incident.outcome()));
        set("Итог", outcome);
        set(
                "Причина закрытия",
                switch (incident.status()) {
                    case WITHDRAWN -> withdrawal(incident.deletedByAuthor());
                    case MERGED -> "Объединено с инцидентом " + incident.incidentId();
                    case ANSWERED -> outcome.isEmpty() ? "Дан ответ" : outcome;
                    case OPEN, ACKNOWLEDGED, CLARIFYING, INTERIM -> "";
                });
    }

    /** Who edits a complaint into something else leaves no deletion: nobody is named then. */
    private static String withdrawal(Boolean byAuthor) {
        if (byAuthor == null) {
            return "Удалено или изменено";
        }
        return byAuthor ? "Отозвано автором" : "Удалено не автором";
    }

    /** Empty while it is neither answered nor overdue. */
    private static String inTime(Incident incident) {
        if (incident.firstMissed()) {
            return "Нет";
        }
        return incident.firstResponseAt() == null ? "" : "Да";
    }

    private static List<String> tags(Incident incident) {
        List<String> tags = new ArrayList<>();
        if (incident.urgency().equals("HIGH")) {
            tags.add("срочно");
        }
        if (!incident.repeatOf().isEmpty()) {
            tags.add("повтор");
        }
        if (incident.templateAnswer()) {
            tags.add("шаблонный ответ");
        }
        return tags;
    }

    private static String note(Incident incident) {
        List<String> notes = new ArrayList<>();
        if (!incident.repeatOf().isEmpty()) {
            notes.add("повторяет " + incident.repeatOf());
        }
        if (incident.followUps() > 0) {
            notes.add("дополнений заявителя: " + incident.followUps());
        }
        if (incident.unofficialAnswers() > 0) {
            notes.add("ответов с неофициальных аккаунтов: " + incident.unofficialAnswers());
        }
        return String.join("; ", notes);
    }

    private static Long between(Instant from, Instant to) {
        return from == null || to == null ? null : (Long) Duration.between(from, to).toMillis();
    }

    private static String yesNo(boolean yes) {
        return yes ? "Да" : "Нет";
    }

    private void set(String column, String value) {
        if (cells.replace(column, value == null ? "" : value) == null) {
            throw new IllegalArgumentException("The export has no column " + column + ".");
        }
    }

    private static List<String> columns() {
        try (InputStream in =
                IncidentRow.class.getResourceAsStream("/io/otklik/cli/incident-columns.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException("The list of the export's columns is not here.", e);
        }
    }
}
