package io.otklik.connectors.alert.text;

import io.otklik.schemas.Alert;
import io.otklik.schemas.Urgency;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes messages about alerts. Nothing of a person goes into them but the masked words of the
 * message that an alert is about.
 */
public final class AlertTexts {

    private static final Template PLAIN = Template.resource("alert.txt");
    private static final Template HTML = Template.resource("alert.html");

    /** Longest values: all lines together stay below Telegram's limit even when escaped. */
    private static final int NAME = 150;

    private static final int LINK = 500;
    private static final int TEXT = 300;

    private final String dashboardUrl;

    /**
     * @param dashboardUrl link with places {@code {agencyId}}, {@code {subjectId}}, {@code
     *     {alertId}}; null if there is none
     */
    public AlertTexts(String dashboardUrl) {
        this.dashboardUrl = dashboardUrl;
    }

    /** The message about one alert. */
    public AlertMessage single(Alert alert, News news, ZoneId zone, Instant now) {
        Map<String, String> values = values(alert, news, zone, now);
        String agency = Cut.oneLine(alert.agencyName());
        String subject = Words.title(alert, news) + (agency == null ? "" : " — " + agency);
        String html = HTML.fill(values, Html::escape);
        // Escaping may make a text of nothing but marks several times as long.
        for (int length = TEXT; html.length() > AlertMessage.LIMIT; length /= 2) {
            values.put("text", Cut.at(values.get("text"), length / 2));
            html = HTML.fill(values, Html::escape);
        }
        return new AlertMessage(
                Cut.at(subject, NAME), PLAIN.fill(values, UnaryOperator.identity()), html);
    }

    /**
     * One message about many: what stands first, by its term, then what is over.
     *
     * @param items in {@link #digestOrder}; at least one, and for Telegram no more than {@link
     *     #fitting} says
     * @param following how many alerts the next messages tell
     */
    public AlertMessage digest(List<Item> items, int following, ZoneId zone, Instant now) {
        return new Digest(items, following, zone, now, this::dashboard).message();
    }

    /** How many of the items, from the first on, one digest by Telegram can tell; at least one. */
    public static int fitting(List<Item> items, ZoneId zone, Instant now) {
        return Digest.fitting(items, zone, now);
    }

    /** The order in which digests tell alerts. */
    public static Comparator<Item> digestOrder() {
        return Digest.ORDER;
    }

    /** One alert of a digest. */
    public record Item(Alert alert, News news) {}

    private Map<String, String> values(Alert alert, News news, ZoneId zone, Instant now) {
        Map<String, String> values = new HashMap<>();
        values.put("title", Words.title(alert, news));
        values.put("agency", Cut.at(Cut.oneLine(alert.agencyName()), NAME));
        values.put("community", Cut.at(Cut.oneLine(alert.communityName()), NAME));
        values.put("due", Words.time(alert.dueAt(), zone));
        values.put("late", Words.lateness(alert, news, now));
        values.put("topic", Cut.at(Cut.oneLine(alert.topicGroup()), NAME));
        values.put("urgency", alert.urgency() == Urgency.HIGH ? "высокая" : null);
        values.put("text", Cut.at(Cut.oneLine(alert.text()), TEXT));
        values.put("url", link(alert.url()));
        values.put("dashboard", link(dashboard(alert)));
        return values;
    }

    /** A link that may be clicked: of the web and of bearable length; else null. */
    static String link(String url) {
        return url != null && url.length() <= LINK && url.matches("https?://[^\\s\"<>]+")
                ? url
                : null;
    }

    private String dashboard(Alert alert) {
        return dashboardUrl == null
                ? null
                : dashboardUrl
                        .replace("{agencyId}", encoded(alert.agencyId()))
                        .replace("{subjectId}", encoded(alert.subjectId()))
                        .replace("{alertId}", encoded(alert.alertId()));
    }

    private static String encoded(String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
