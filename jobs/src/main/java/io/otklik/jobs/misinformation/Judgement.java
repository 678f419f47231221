package io.otklik.jobs.misinformation;

import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Rating;
import io.otklik.schemas.Suspicion;
import io.otklik.schemas.SuspicionSignal;
import io.otklik.schemas.SuspicionStatus;
import io.otklik.schemas.Urgency;
import io.otklik.schemas.Verdict;
import io.otklik.schemas.VerdictStep;
import io.otklik.similarity.signal.Score;
import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.StoryFacts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Tells the suspicions about a claim, or about one story without one, from all that is known: a
 * pure function of a story, of what denies the claim, of what people did and of the instant up to
 * which it is told.
 */
final class Judgement {

    private final SignalBook book;
    private final Claim claim;
    private final List<Verdict> steps;
    private final List<StoryTold.Denial> denials = new ArrayList<>();
    private final long now;

    /**
     * @param claim as the register has it; null if it has none
     * @param official what official messages in any of the stories deny
     * @param now up to which instant it is told, epoch milliseconds
     */
    Judgement(
            SignalBook book,
            Claim claim,
            Collection<Verdict> steps,
            Collection<StoryTold.Denial> official,
            long now) {
        this.book = book;
        this.claim = claim;
        this.now = now;
        this.steps = new ArrayList<>(steps);
        this.steps.sort(Comparator.comparing(Verdict::at).thenComparing(Verdict::verdictId));
        denials.addAll(official);
        for (Verdict step : this.steps) {
            if (step.step() == VerdictStep.REFUTED) {
                denials.add(
                        new StoryTold.Denial(
                                step.messageId(), step.url(), step.at().toEpochMilli()));
            }
        }
        denials.sort(Comparator.comparingLong(StoryTold.Denial::at));
    }

    /** The suspicion about a story, without a version; null if nothing speaks for one. */
    Suspicion suspicion(StoryTold story) {
        Verdict registered = registration(story.storyId());
        if (story.copies() == 0 || registered == null && isOfficialWord(story)) {
            return null;
        }
        Rating known = ratingBefore(story.firstAt());
        boolean falseBefore = known != null && known.isFalse();
        boolean resurfaced = falseBefore && (story.claimSure() || story.linked());
        StoryTold.Denial denial = denialFrom(story.firstAt());
        Score score = score(story, falseBefore);
        if (score.value() < book.threshold() && registered == null) {
            return null;
        }
        Verdict rated = ratingSince(story.firstAt());
        Verdict closed = last(VerdictStep.CLOSED, story.firstAt());
        long dueAt = story.firstAt() + book.spread().refuteWithin().toMillis();
        Rating rating = rated == null ? null : rated.rating();
        return new Suspicion(
                story.storyId(),
                status(resurfaced, registered, rating, denial, closed),
                score.value(),
                signals(score),
                story.claimId(),
                story.claimId() == null || story.linked() ? null : story.claimScore(),
                story.claimSure(),
                story.claimWords(),
                story.communityId(),
                story.platform(),
                story.url(),
                story.text(),
                instant(story.firstAt()),
                instant(story.lastAt()),
                story.copies(),
                story.pages(),
                story.burst(),
                instant(story.burstAt()),
                story.usual(),
                story.questions(),
                countFrom(story.firstAt()),
                registered == null ? null : registered.at(),
                rating,
                rated == null ? null : rated.at(),
                rated == null ? null : rated.actor(),
                rated == null ? null : rated.reason(),
                instant(dueAt),
                denial == null ? null : instant(denial.at()),
                denial == null ? null : denial.messageId(),
                denial == null ? null : denial.url(),
                inTime(rating, denial, dueAt),
                denial == null ? 0 : story.copiesAfter(denial.at()),
                resurfaced,
                closed == null ? null : closed.at(),
                null,
                instant(latest(story, registered, rated, denial, closed)),
                false,
                0);
    }

    /** Whether an official page says it alone, and nobody repeats, asks or denies it. */
    private static boolean isOfficialWord(StoryTold story) {
        return story.official()
                && story.copies() == 1
                && story.questions() == 0
                && story.claimId() == null
                && story.refutations().isEmpty();
    }

    /**
     * The alerts about a suspicion, without a version: that its story spreads, and that it still
     * does so when the time for a refutation is over. What ended before one would be raised gives
     * no reason for it, but for a refutation: a story that spreads in spite of it is told.
     *
     * @param forClaim whether the second stands for its claim, which spreads in many stories
     */
    List<Alert> alerts(Suspicion suspicion, StoryTold story, boolean forClaim) {
        List<Alert> alerts = new ArrayList<>();
        boolean told = story.spreadsAt() != null && isDoubtful(suspicion, story);
        Instant spreadsAt = told ? instant(story.spreadsAt()) : null;
        if (spreadsAt != null) {
            raise(suspicion, 0, spreadsAt, alerts);
        }
        if (Boolean.FALSE.equals(suspicion.inTime()) && (forClaim || !alerts.isEmpty())) {
            boolean later = spreadsAt != null && spreadsAt.isAfter(suspicion.dueAt());
            Instant raisedAt = later && !forClaim ? spreadsAt : suspicion.dueAt();
            Instant refutedAt = suspicion.refutedAt();
            if (refutedAt == null || !refutedAt.isBefore(raisedAt)) {
                raise(suspicion, 1, raisedAt, alerts);
            }
        }
        return alerts;
    }

    /** Whether more than its breadth speaks for an alert: greetings and warnings spread as well. */
    private boolean isDoubtful(Suspicion suspicion, StoryTold story) {
        return suspicion.registeredAt() != null
                || story.linked()
                || story.claimSure()
                || story.questions() > 0
                || countFrom(story.firstAt()) > 0
                || book.alerts(book.ofStory(story.signals(), story.added()));
    }

    private void raise(Suspicion suspicion, int level, Instant raisedAt, List<Alert> alerts) {
        Instant over = over(suspicion, raisedAt);
        if (over == null || !over.isBefore(raisedAt)) {
            alerts.add(alert(suspicion, level, raisedAt, over));
        }
    }

    private static Alert alert(
            Suspicion suspicion, int level, Instant raisedAt, Instant clearedAt) {
        boolean late = level == 1 && clearedAt != null && clearedAt.isAfter(suspicion.dueAt());
        return new Alert(
                suspicion.suspicionId() + "|SPREAD|" + level,
                AlertKind.SPREAD,
                null,
                level,
                null,
                null,
                suspicion.suspicionId(),
                suspicion.communityId(),
                null,
                suspicion.url(),
                null,
                Urgency.HIGH,
                suspicion.text(),
                suspicion.dueAt(),
                raisedAt,
                clearedAt,
                late ? clearedAt.toEpochMilli() - suspicion.dueAt().toEpochMilli() : null,
                false,
                0);
    }

    /** When there was no more reason for an alert that was raised then; null while there is. */
    private Instant over(Suspicion suspicion, Instant raisedAt) {
        StoryTold.Denial denial = denialFrom(raisedAt.toEpochMilli());
        if (denial != null) {
            return instant(denial.at());
        }
        return dismissed(suspicion.rating()) ? suspicion.ratedAt() : suspicion.closedAt();
    }

    private static boolean dismissed(Rating rating) {
        return rating != null && !rating.isFalse() && rating != Rating.UNVERIFIABLE;
    }

    private static SuspicionStatus status(
            boolean resurfaced,
            Verdict registered,
            Rating rating,
            StoryTold.Denial denial,
            Verdict closed) {
        if (closed != null || dismissed(rating)) {
            return SuspicionStatus.CLOSED;
        }
        if (denial != null) {
            return SuspicionStatus.REFUTED;
        }
        if (rating != null) {
            return SuspicionStatus.RATED;
        }
        if (registered != null) {
            return SuspicionStatus.REGISTERED;
        }
        return resurfaced ? SuspicionStatus.RESURFACED : SuspicionStatus.SUSPECTED;
    }

    private Score score(StoryTold story, boolean falseClaim) {
        return book.score(
                new StoryFacts(
                        book.ofStory(story.signals(), story.added()),
                        story.copies(),
                        story.pages(),
                        story.burst(),
                        story.spreadsAt() != null,
                        story.coordinatedPages(),
                        story.official(),
                        story.questions(),
                        countFrom(story.firstAt()),
                        story.claimSure() ? story.claimScore() : 0,
                        story.claimSure() && falseClaim,
                        story.satire()));
    }

    private static List<SuspicionSignal> signals(Score score) {
        return score.signals().stream()
                .map(spoken -> new SuspicionSignal(spoken.id(), spoken.weight(), spoken.detail()))
                .toList();
    }

    /** Null while it is neither refuted nor overdue, and where there is nothing to refute. */
    private Boolean inTime(Rating rating, StoryTold.Denial denial, long dueAt) {
        if (denial != null) {
            return denial.at() <= dueAt;
        }
        return now >= dueAt && !dismissed(rating) ? Boolean.FALSE : null;
    }

    private Verdict registration(String storyId) {
        return steps.stream()
                .filter(step -> step.step() == VerdictStep.REGISTERED)
                .filter(step -> storyId.equals(step.suspicionId()))
                .findFirst()
                .orElse(null);
    }

    /** What the claim was found to be before an instant; null if nothing. */
    private Rating ratingBefore(long at) {
        Rating rating = claim != null && isBefore(claim.ratedAt(), at) ? claim.rating() : null;
        for (Verdict step : steps) {
            if (step.step() == VerdictStep.RATED && isBefore(step.at(), at)) {
                rating = step.rating();
            }
        }
        return rating;
    }

    private Verdict ratingSince(long at) {
        return last(VerdictStep.RATED, at);
    }

    private Verdict last(VerdictStep kind, long since) {
        Verdict last = null;
        for (Verdict step : steps) {
            if (step.step() == kind && step.at().toEpochMilli() >= since) {
                last = step;
            }
        }
        return last;
    }

    private StoryTold.Denial denialFrom(long at) {
        return denials.stream().filter(denial -> denial.at() >= at).findFirst().orElse(null);
    }

    private int countFrom(long at) {
        return (int) denials.stream().filter(denial -> denial.at() >= at).count();
    }

    private static boolean isBefore(Instant instant, long at) {
        return instant != null && instant.toEpochMilli() < at;
    }

    private static long latest(
            StoryTold story,
            Verdict registered,
            Verdict rated,
            StoryTold.Denial denial,
            Verdict closed) {
        long latest = story.lastAt();
        for (Verdict step : new Verdict[] {registered, rated, closed}) {
            latest = step == null ? latest : Math.max(latest, step.at().toEpochMilli());
        }
        return denial == null ? latest : Math.max(latest, denial.at());
    }

    private static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
