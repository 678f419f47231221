package io.otklik.jobs.engagement;

import io.otklik.engagement.Excess;
import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.Urgency;

import java.time.Instant;
import java.util.Locale;

/** Writes the alerts about spikes. */
final class SpikeAlerts {

    private static final String VK_POST = "vk:-";
    private static final String COUNTED = "Реакций за ";

    private SpikeAlerts() {}

    /**
     * An alert about a spike, without a version: about the post that got most of the reactions, or
     * else the page.
     *
     * @param unanswered new appeals without an answer, if they are criticism that grows; else 0
     */
    static Alert raised(SpikePage page, Excess excess, Instant at, int unanswered) {
        String subject = excess.subject(page.communityId());
        return new Alert(
                subject + "|ENGAGEMENT_SPIKE|" + at,
                AlertKind.ENGAGEMENT_SPIKE,
                null,
                0,
                page.agencyId(),
                page.agencyName(),
                subject,
                page.communityId(),
                page.name(),
                url(page, excess.post()),
                null,
                unanswered > 0 ? Urgency.HIGH : Urgency.NORMAL,
                text(counted(excess), unanswered),
                null,
                at,
                null,
                null,
                false,
                0);
    }

    /** The alert with what is now known of criticism. */
    static Alert withCriticism(Alert alert, int unanswered) {
        String told = alert.text().substring(alert.text().indexOf(COUNTED));
        return changed(
                alert,
                unanswered > 0 ? Urgency.HIGH : Urgency.NORMAL,
                text(told, unanswered),
                null);
    }

    static Alert cleared(Alert alert, Instant at) {
        return changed(alert, alert.urgency(), alert.text(), at);
    }

    private static String counted(Excess excess) {
        return String.format(
                Locale.forLanguageTag("ru"),
                COUNTED + "%d мин: %d; обычно в это время: %.1f.",
                excess.length().toMinutes(),
                excess.count(),
                excess.usual());
    }

    private static String text(String counted, int unanswered) {
        return unanswered == 0
                ? counted
                : "Растёт критика без ответа, новых обращений: %d. %s"
                        .formatted(unanswered, counted);
    }

    /** Where to read the post; of platforms whose addresses do not follow from ids, the page. */
    private static String url(SpikePage page, String post) {
        return post != null && post.startsWith(VK_POST)
                ? "https://vk.com/wall" + post.substring(VK_POST.length() - 1)
                : page.url();
    }

    private static Alert changed(Alert alert, Urgency urgency, String text, Instant clearedAt) {
        return new Alert(
                alert.alertId(),
                alert.kind(),
                alert.metric(),
                alert.level(),
                alert.agencyId(),
                alert.agencyName(),
                alert.subjectId(),
                alert.communityId(),
                alert.communityName(),
                alert.url(),
                alert.topicGroup(),
                urgency,
                text,
                alert.dueAt(),
                alert.raisedAt(),
                clearedAt,
                alert.lateMillis(),
                alert.retracted(),
                alert.version());
    }
}
