package io.otklik.connectors.alert.text;

import io.otklik.schemas.Alert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One message that lists alerts. */
final class Digest {

    /** What stands first, by its term, then what is over. */
    static final Comparator<AlertTexts.Item> ORDER =
            Comparator.comparing(Digest::isOver)
                    .thenComparing(Digest::due)
                    .thenComparing(item -> item.alert().alertId());

    /** Room for the head, the line that says how many follow, and the link. */
    private static final int RESERVE = 800;

    private static final int NAME = 80;

    private final List<AlertTexts.Item> items;
    private final int following;
    private final ZoneId zone;
    private final Instant now;
    private final String dashboard;

    /**
     * @param items in {@link #ORDER}
     * @param following how many the next messages tell
     */
    Digest(
            List<AlertTexts.Item> items,
            int following,
            ZoneId zone,
            Instant now,
            Function<Alert, String> dashboardOf) {
        this.items = items;
        this.following = following;
        this.zone = zone;
        this.now = now;
        // A link that is right for all: only if all are one agency's.
        List<String> links =
                items.stream().map(item -> dashboardOf.apply(item.alert())).distinct().toList();
        this.dashboard = links.size() == 1 ? AlertTexts.link(links.get(0)) : null;
    }

    /** How many of the items, from the first on, go into one message of Telegram; at least one. */
    static int fitting(List<AlertTexts.Item> items, ZoneId zone, Instant now) {
        int fitting = 0;
        int length = RESERVE;
        for (AlertTexts.Item item : items) {
            length += line(item, zone, now, Html::escape, true).length();
            if (fitting > 0 && length > AlertMessage.LIMIT) {
                break;
            }
            fitting++;
        }
        return fitting;
    }

    AlertMessage message() {
        long over = items.stream().filter(Digest::isOver).count();
        String subject =
                "Сводка за тихие часы: действуют %d, снято %d".formatted(items.size() - over, over);
        String plain = text(subject, UnaryOperator.identity(), false);
        String html = text("<b>" + subject + "</b>", Html::escape, true);
        return new AlertMessage(subject, plain, html);
    }

    private String text(String head, UnaryOperator<String> escape, boolean isHtml) {
        StringBuilder text = new StringBuilder(head);
        for (AlertTexts.Item item : items) {
            text.append(line(item, zone, now, escape, isHtml));
        }
        if (following > 0) {
            text.append("\n… ещё %d – следующим сообщением".formatted(following));
        }
        if (dashboard != null) {
            text.append('\n')
                    .append(
                            isHtml
                                    ? "<a href=\"%s\">Панель</a>".formatted(escape.apply(dashboard))
                                    : "Панель: " + dashboard);
        }
        return text.toString();
    }

    private static String line(
            AlertTexts.Item item,
            ZoneId zone,
            Instant now,
            UnaryOperator<String> escape,
            boolean isHtml) {
        Alert alert = item.alert();
        StringBuilder line = new StringBuilder("\n• ").append(Words.title(alert, item.news()));
        String agency = Cut.at(Cut.oneLine(alert.agencyName()), NAME);
        if (agency != null) {
            line.append(" — ").append(agency);
        }
        if (item.news() == News.RAISED && alert.dueAt() != null) {
            line.append(", срок ").append(Words.time(alert.dueAt(), zone));
        }
        String late = Words.lateness(alert, item.news(), now);
        if (!late.isEmpty()) {
            line.append(". ").append(late);
        }
        String written = escape.apply(line.toString());
        String link = AlertTexts.link(alert.url());
        if (link == null) {
            return written;
        }
        return isHtml
                ? written + " <a href=\"%s\">Открыть</a>".formatted(escape.apply(link))
                : written + ' ' + link;
    }

    private static boolean isOver(AlertTexts.Item item) {
        return item.news() != News.RAISED;
    }

    private static Instant due(AlertTexts.Item item) {
        Alert alert = item.alert();
        return alert.dueAt() == null ? alert.raisedAt() : alert.dueAt();
    }
}
