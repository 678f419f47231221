package io.otklik.cli.appeals;

import io.otklik.language.routing.RoutingTable;
import io.otklik.schemas.Outcome;
import io.otklik.schemas.SlaMetric;

import java.io.PrintWriter;
import java.time.ZoneId;

/** Prints the history of one appeal for a person: each event, each deadline, and why. */
public final class HistoryPage {

    private static final String INDENT = " ".repeat(21);

    private final PrintWriter out;
    private final ZoneId zone;
    private final AppealHistory history;
    private final AppealHistory.Appeal appeal;
    private String agency = "";

    public HistoryPage(PrintWriter out, AppealHistory history) {
        this.out = out;
        this.history = history;
        this.appeal = history.appeal();
        this.zone = Russian.zone(appeal.timeZone());
    }

    public void print() {
        out.printf("Обращение %s — %s%n", appeal.appealId(), Russian.status(appeal.status()));
        line("Страница", appeal.pageName());
        line("Исполнитель", appeal.agencyName());
        line("Почему он", Reasons.words(appeal.agencyReason()));
        line("Муниципалитет", appeal.municipality());
        line("Тема", appeal.topicGroup(), appeal.topic());
        line("Место", appeal.place());
        line("Срочность", "HIGH".equals(appeal.urgency()) ? "высокая" : "обычная");
        line("Правила сроков", rules(appeal));
        line("Первый ответ до", Russian.time(appeal.firstResponseDueAt(), zone));
        line("По существу до", Russian.time(appeal.finalDueAt(), zone));
        Outcome outcome = AppealHistory.outcome(appeal.outcome());
        line("Итог", outcome == null ? "" : Russian.outcome(outcome));
        line("Инцидент", appeal.incidentId());
        line("Повтор", appeal.repeatOf());
        line("Ссылка", appeal.url());
        line("Время", zone.getId());
        out.println();
        out.println(appeal.text());
        out.println();
        history.events().forEach(this::print);
    }

    private void print(AppealHistory.Event event) {
        SlaMetric metric = AppealHistory.metric(event);
        String what = Russian.event(event.type());
        if (metric != null) {
            what += ": " + Russian.metric(metric);
        }
        if (event.level() != null && event.level() > 0) {
            what += ", уровень " + event.level();
        }
        out.printf("%s  %s%n", Russian.time(event.at(), zone), what);
        Outcome outcome = AppealHistory.outcome(event.outcome());
        detail("итог", outcome == null ? "" : Russian.outcome(outcome));
        detail("срок", Russian.time(event.dueAt(), zone));
        detail("по правилам", policy(event));
        detail("обещано до", Russian.time(event.promisedUntil(), zone));
        if (event.elapsedMillis() != null && event.elapsedMillis() != 0) {
            detail(
                    "прошло",
                    Russian.clock(event.elapsedMillis())
                            + (event.elapsedBusinessMillis() == null
                                    ? ""
                                    : ", рабочего времени "
                                            + Russian.clock(event.elapsedBusinessMillis())));
        }
        String owes = agencyName(event);
        if (!owes.equals(agency)) {
            agency = owes;
            detail("исполнитель", owes);
        }
        detail("основание", Reasons.words(event.reason()));
        switch (event.type()) {
            case ACKNOWLEDGED,
                    CLARIFICATION_REQUESTED,
                    INTERIM,
                    FINAL,
                    UNOFFICIAL_ANSWER,
                    FOLLOWED_UP,
                    TRANSFERRED ->
                    detail("текст", event.text().replaceAll("\\s+", " "));
            default -> {}
        }
    }

    /** As the register calls it, else as the appeal does, else as the routing that comes along. */
    private String agencyName(AppealHistory.Event event) {
        String id = event.agencyId();
        if (id == null || id.isEmpty()) {
            return agency;
        }
        if (event.agencyName() != null && !event.agencyName().isEmpty()) {
            return event.agencyName();
        }
        return id.equals(appeal.agencyId()) && !appeal.agencyName().isEmpty()
                ? appeal.agencyName()
                : RoutingTable.bundled().agencies().getOrDefault(id, id);
    }

    private static String rules(AppealHistory.Appeal appeal) {
        if (appeal.policyId() == null || appeal.policyId().isEmpty()) {
            return "";
        }
        String calendar =
                appeal.calendarId() == null || appeal.calendarId().isEmpty()
                        ? ""
                        : ", календарь %s, версия %d"
                                .formatted(appeal.calendarId(), appeal.calendarVersion());
        return "%s, версия %d%s".formatted(appeal.policyId(), appeal.policyVersion(), calendar);
    }

    private static String policy(AppealHistory.Event event) {
        if (event.dueAt() == null || event.policyId() == null || event.policyId().isEmpty()) {
            return "";
        }
        String calendar =
                event.calendarVersion() == null ? "" : ", календарь " + event.calendarVersion();
        return "%s, версия %d%s".formatted(event.policyId(), event.policyVersion(), calendar);
    }

    private void line(String name, String... values) {
        StringBuilder joined = new StringBuilder();
        for (String value : values) {
            if (value != null && !value.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : " — ").append(value);
            }
        }
        if (!joined.isEmpty()) {
            out.printf("%-16s %s%n", name + ":", joined);
        }
    }

    private void detail(String name, String value) {
        if (value != null && !value.isEmpty()) {
            out.println(INDENT + name + ": " + value);
        }
    }
}
