package io.otklik.jobs.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Facts of appeals for tests, made step by step; deadlines are 3 hours and 2 days. */
final class Facts {

    static final Duration FIRST_WITHIN = Duration.ofHours(3);
    static final Duration FINAL_WITHIN = Duration.ofDays(2);

    private final String zone;
    private final Instant openedAt;
    private boolean open = true;
    private boolean withdrawn;
    private Instant acknowledgedAt;
    private Instant firstResponseAt;
    private boolean template;
    private Instant firstBreachedAt;
    private Instant finalAnswerAt;
    private Instant finalBreachedAt;
    private final List<Instant> reopenedAt = new ArrayList<>();

    private Facts(String zone, Instant openedAt) {
        this.zone = zone;
        this.openedAt = openedAt;
    }

    static Facts opened(String zone, Instant at) {
        return new Facts(zone, at);
    }

    static Facts opened(String at) {
        return new Facts("Asia/Yekaterinburg", Instant.parse(at));
    }

    Facts acknowledged(Instant at) {
        acknowledgedAt = acknowledgedAt == null ? at : acknowledgedAt;
        return respond(at);
    }

    Facts answered(Instant at) {
        finalAnswerAt = at;
        open = false;
        return respond(at);
    }

    Facts template() {
        template = true;
        return this;
    }

    Facts reopened(Instant at) {
        reopenedAt.add(at);
        finalAnswerAt = null;
        open = true;
        return this;
    }

    Facts withdrawn() {
        withdrawn = true;
        open = false;
        return this;
    }

    /** Lets the deadlines pass that are not met until then. */
    Facts at(Instant now) {
        if (firstResponseAt == null && !now.isBefore(openedAt.plus(FIRST_WITHIN))) {
            firstBreachedAt = openedAt.plus(FIRST_WITHIN);
        }
        if (finalAnswerAt == null && !now.isBefore(openedAt.plus(FINAL_WITHIN))) {
            finalBreachedAt = openedAt.plus(FINAL_WITHIN);
        }
        return this;
    }

    AppealFacts facts() {
        Long millis =
                firstResponseAt == null
                        ? null
                        : Duration.between(openedAt, firstResponseAt).toMillis();
        return new AppealFacts(
                zone,
                openedAt,
                open,
                withdrawn,
                acknowledgedAt,
                firstResponseAt,
                millis,
                millis == null ? null : (Long) (millis / 3),
                template,
                true,
                firstBreachedAt,
                finalAnswerAt,
                true,
                finalBreachedAt,
                List.copyOf(reopenedAt));
    }

    private Facts respond(Instant at) {
        firstResponseAt = firstResponseAt == null ? at : firstResponseAt;
        return this;
    }
}
