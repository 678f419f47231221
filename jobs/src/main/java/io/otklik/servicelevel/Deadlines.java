package io.otklik.servicelevel;

import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.SlaTarget;
import io.otklik.schemas.SlaUnit;
import io.otklik.schemas.Urgency;
import io.otklik.schemas.WorkCalendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One version of a policy with the working time it counts in: when its terms warn, end and
 * escalate. A pure function of what it is given. Safe for use by several threads.
 *
 * <p>Sources of the rules: terms in hours and days, their start and their unit are the policy's own
 * (regulations of the regions, see {@code docs/service-level.md}); terms in working days are
 * counted by articles 191 and 194 of the Civil Code; a clarifying question stops the clock, and
 * warnings are placed by working time so that none falls due at night.
 */
public final class Deadlines {

    private final SlaPolicy policy;
    private final WorkingTime workingTime;
    private final Target[][] targets =
            new Target[SlaMetric.values().length][Urgency.values().length];

    private Deadlines(SlaPolicy policy, WorkingTime workingTime) {
        this.policy = policy;
        this.workingTime = workingTime;
        for (SlaTarget target : policy.targets()) {
            Target[] ofMetric = targets[target.metric().ordinal()];
            if (ofMetric[target.urgency().ordinal()] != null) {
                throw new IllegalArgumentException(
                        "Policy %s has two terms %s for %s."
                                .formatted(policy.versionId(), target.metric(), target.urgency()));
            }
            ofMetric[target.urgency().ordinal()] = new Target(target, workingTime);
        }
        for (Target[] ofMetric : targets) {
            if (ofMetric[Urgency.HIGH.ordinal()] == null) {
                ofMetric[Urgency.HIGH.ordinal()] = ofMetric[Urgency.NORMAL.ordinal()];
            }
        }
    }

    /**
     * @throws IllegalArgumentException if the policy has two terms for one metric and urgency
     */
    public static Deadlines of(SlaPolicy policy, WorkingTime workingTime) {
        return new Deadlines(policy, workingTime);
    }

    public SlaPolicy policy() {
        return policy;
    }

    public WorkCalendar calendar() {
        return workingTime.calendar();
    }

    public WorkingTime workingTime() {
        return workingTime;
    }

    /** When the policy's clock starts for an appeal. */
    public Instant clockStart(ClockFacts facts) {
        return facts.start(policy.clockStart());
    }

    /** Whether the policy has a term for it. */
    public boolean has(SlaMetric metric, Urgency urgency) {
        return targets[metric.ordinal()][urgency.ordinal()] != null;
    }

    /** A term that nothing stops, such as that of the first response. */
    public Deadline deadline(SlaMetric metric, Urgency urgency, Instant startedAt) {
        return deadline(metric, urgency, startedAt, List.of());
    }

    /**
     * When a term warns, ends and escalates.
     *
     * <p>Of the term's time only what lies outside of the pauses counts. A pause that begins after
     * the term was due changes nothing: what was late stays late. Where the policy sets no term for
     * {@link Urgency#HIGH}, that for {@link Urgency#NORMAL} holds.
     *
     * @param startedAt the clock's start; for {@link SlaMetric#FINAL_AFTER_INTERIM} the interim
     *     answer, for {@link SlaMetric#CLARIFICATION} the question
     * @param pauses in any order; those before the start do not matter
     * @return null if the policy has no such term
     */
    public Deadline deadline(
            SlaMetric metric, Urgency urgency, Instant startedAt, List<Pause> pauses) {
        Target target = targets[metric.ordinal()][urgency.ordinal()];
        return target == null ? null : target.deadline(urgency, startedAt, pauses);
    }

    /** How much working time ran from one instant to a later one outside of the pauses. */
    public Duration worked(Instant from, Instant to, List<Pause> pauses) {
        return Duration.ofMillis(
                RunningTime.since(from, pauses, workingTime).until(to.toEpochMilli()));
    }

    /** One term, with its durations read. */
    private final class Target {
        private final SlaTarget target;
        private final Clock clock;
        private final Term within;
        private final Term warnBefore;
        private final List<Term> escalateAfter;

        Target(SlaTarget target, WorkingTime workingTime) {
            this.target = target;
            this.clock = target.unit() == SlaUnit.WORKING ? workingTime : Clock.ROUND_THE_CLOCK;
            this.within = Term.parse(target.within());
            this.warnBefore = target.warnBefore() == null ? null : Term.parse(target.warnBefore());
            this.escalateAfter = target.escalateAfter().stream().map(Term::parse).toList();
        }

        Deadline deadline(Urgency urgency, Instant startedAt, List<Pause> pauses) {
            long start = startedAt.toEpochMilli();
            long unpaused = within.after(start, clock);
            if (pauses.isEmpty()) {
                long warn =
                        warnBefore == null
                                ? Long.MAX_VALUE
                                : Math.max(start, warnBefore.before(unpaused, clock));
                return deadline(urgency, startedAt, unpaused, warn, 0);
            }
            RunningTime running = RunningTime.since(startedAt, pauses, clock);
            long term = clock.between(start, unpaused);
            long due = running.earliest(term);
            long warn =
                    warnBefore == null
                            ? Long.MAX_VALUE
                            : running.latest(
                                    Math.max(
                                            0,
                                            term
                                                    - clock.between(
                                                            warnBefore.before(unpaused, clock),
                                                            unpaused)));
            return deadline(
                    urgency,
                    startedAt,
                    due,
                    warn,
                    due == Long.MAX_VALUE ? 0 : running.pausedUntil(due));
        }

        private Deadline deadline(
                Urgency urgency, Instant startedAt, long due, long warn, long pausedMillis) {
            boolean known = due != Long.MAX_VALUE;
            return new Deadline(
                    target.metric(),
                    urgency,
                    target.unit(),
                    startedAt,
                    known ? Instant.ofEpochMilli(due) : null,
                    warn == Long.MAX_VALUE ? null : Instant.ofEpochMilli(warn),
                    known ? escalations(due) : List.of(),
                    pausedMillis,
                    policy.policyId(),
                    policy.version(),
                    calendar().calendarId(),
                    calendar().version(),
                    target.unit() == SlaUnit.WORKING
                            && !(workingTime.isKnown(startedAt)
                                    && (!known || workingTime.isKnown(due))));
        }

        private List<Instant> escalations(long due) {
            if (escalateAfter.isEmpty()) {
                return List.of();
            }
            List<Instant> instants = new ArrayList<>(escalateAfter.size());
            for (Term after : escalateAfter) {
                instants.add(Instant.ofEpochMilli(after.after(due, clock)));
            }
            return instants;
        }
    }
}
