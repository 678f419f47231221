package io.otklik.jobs.appeals;

import io.otklik.schemas.Alert;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.AppealEventType;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;

/** Records as {@link NaiveAppeals} writes them down; times are minutes. */
final class OracleLines {

    private OracleLines() {}

    static String of(AppealEvent event) {
        if (event.type() == AppealEventType.EXCLUDED) {
            return event.appealId() + " EXCLUDED";
        }
        return String.join(
                " ",
                event.appealId(),
                event.type().name(),
                event.causeMessageId(),
                String.valueOf(minute(event.at())),
                String.valueOf(event.metric()),
                String.valueOf(event.level() == null ? 0 : event.level()));
    }

    static String of(Alert alert) {
        String line = "alert " + alert.alertId() + " raised " + minute(alert.raisedAt());
        if (alert.clearedAt() == null) {
            return line;
        }
        Long late = alert.lateMillis() == null ? null : alert.lateMillis() / 60_000;
        return line + " cleared " + minute(alert.clearedAt()) + " late " + late;
    }

    static String of(Appeal appeal) {
        return "appeal %s %s answers %d closed %s reopened %s missed %s agency %s policy %d follow-ups %d unofficial %d level %d"
                .formatted(
                        appeal.appealId(),
                        appeal.status(),
                        appeal.answers(),
                        appeal.closedAt() == null ? null : minute(appeal.closedAt()),
                        appeal.reopenedAt().stream().map(OracleLines::minute).toList(),
                        new TreeSet<>(appeal.overdueMetrics()),
                        appeal.agencyId(),
                        appeal.policyVersion(),
                        appeal.followUps(),
                        appeal.unofficialAnswers(),
                        appeal.escalationLevel());
    }

    static int minute(Instant instant) {
        return (int) Duration.between(Messages.START, instant).toMinutes();
    }
}
