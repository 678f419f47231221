package io.otklik.connectors.alert.delivery;

import io.otklik.connectors.alert.channel.Channel;
import io.otklik.connectors.alert.channel.SendResult;
import io.otklik.connectors.alert.config.AlertRouting;
import io.otklik.connectors.alert.config.Recipient;
import io.otklik.connectors.alert.text.AlertTexts;
import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertDelivery;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeliveryState;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Delivers alerts: takes their versions, makes attempts, and says what to write down.
 *
 * <p>Used by one thread; attempts run on the executor's. In memory is every delivery of the
 * partitions at hand: what is over goes 30 days after its alert was raised (twice the longest age
 * if that is more), what was sent and never cleared after 180 days.
 */
public final class Notifier {

    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private final AlertRouting routing;
    private final NotifierSettings settings;
    private final DeliveryRules rules;
    private final Attempts attempts;
    private final Parcels parcels;
    private final DeadLetterOffice deadLetters;
    private final Clock clock;
    private final Figures figures;
    private final NotifierLog log;

    private final DeliveryBook book = new DeliveryBook();
    private final Map<String, RecipientQueue> queues = new LinkedHashMap<>();
    private final HeldOffsets held = new HeldOffsets();
    private Instant sweptAt;

    /**
     * @param executor runs attempts; at most one for each recipient at a time
     */
    public Notifier(
            AlertRouting routing,
            NotifierSettings settings,
            Channel channel,
            Executor executor,
            Clock clock,
            Figures figures,
            NotifierLog log) {
        this.routing = routing;
        this.settings = settings;
        this.rules = new DeliveryRules(settings.maxAge());
        this.attempts = new Attempts(channel, executor);
        this.parcels = new Parcels(new AlertTexts(routing.dashboardUrl()));
        this.deadLetters = new DeadLetterOffice(List.copyOf(routing.recipients().keySet()));
        this.clock = clock;
        this.figures = figures;
        this.log = log;
        this.sweptAt = clock.instant();
        Backoff backoff = new Backoff(settings.firstPause(), settings.longestPause(), new Random());
        routing.recipients()
                .keySet()
                .forEach(name -> queues.put(name, new RecipientQueue(backoff)));
    }

    /** Takes a delivery as it was written down; its alert follows if something is to be sent. */
    public void restore(int partition, AlertDelivery delivery) {
        Entry entry = book.restore(partition, delivery);
        if (entry.isPending() && !queues.containsKey(delivery.recipient())) {
            book.change(
                    entry,
                    DeliveryEdit.of(delivery)
                            .state(DeliveryState.FAILED)
                            .nothingPlanned()
                            .reason("The recipient is not configured any more.")
                            .at(clock.instant()));
        }
    }

    /** Takes a version of an alert. The same one may come again. */
    public void accept(int partition, long offset, Alert alert) {
        Instant now = clock.instant();
        Set<String> names = routing.recipientsOf(alert);
        // Who was told once hears of the end, wherever the routes lead now.
        names.addAll(book.ofAlert(alert.alertId()).keySet());
        for (String name : names) {
            Recipient recipient = routing.recipients().get(name);
            if (recipient != null) {
                accept(partition, offset, alert, recipient, now);
            }
        }
    }

    private void accept(int partition, long offset, Alert alert, Recipient recipient, Instant now) {
        Entry entry = book.ofAlert(alert.alertId()).get(recipient.name());
        if (entry != null && entry.inFlight) {
            // Judged when it is known what became of the attempt.
            if (alert.version() >= entry.alert.version()) {
                letGo(entry);
                carry(entry, alert, offset);
                held.hold(partition, offset);
            }
            return;
        }
        DeliveryRules.Step step =
                rules.next(entry == null ? null : entry.delivery, alert, recipient, now);
        if (step.outcome() != null) {
            figures.count(recipient.name(), step.outcome());
        }
        if (step.delivery() == null) {
            return;
        }
        if (entry == null) {
            entry = book.add(partition, step.delivery());
            carry(entry, alert, offset);
            enqueue(entry);
        } else if (alert.version() >= entry.delivery.alertVersion()) {
            apply(entry, step.delivery(), alert, offset);
        }
    }

    private void apply(Entry entry, AlertDelivery next, Alert alert, long offset) {
        boolean sameMessage =
                entry.queued && Entry.isPending(next) && next.state() == entry.delivery.state();
        letGo(entry);
        if (!sameMessage && entry.queued) {
            queueOf(entry).remove(entry);
        }
        book.change(entry, next);
        if (!entry.isPending()) {
            entry.alert = null;
            return;
        }
        carry(entry, alert, offset);
        if (sameMessage) {
            held.hold(entry.partition, entry.offset);
        } else {
            enqueue(entry);
        }
    }

    /** Takes that the topic has forgotten an alert: nothing more is sent about it. */
    public void forget(String alertId) {
        Instant now = clock.instant();
        for (Entry entry : book.ofAlert(alertId).values()) {
            if (entry.isPending() && !entry.inFlight) {
                abandon(
                        entry,
                        entry.delivery.state() == DeliveryState.WAITING
                                ? DeliveryState.CANCELLED
                                : DeliveryState.CLOSED,
                        "The alert was deleted.",
                        now);
                figures.count(entry.delivery.recipient(), Outcome.CANCELLED);
            }
        }
    }

    /**
     * Makes the attempts that are due. It takes no results: of what is not written down yet, no
     * recipient shall have more than one message when the process is killed.
     */
    public void work() {
        Instant now = clock.instant();
        queues.forEach(
                (name, queue) -> {
                    queue.take(now)
                            .ifPresent(due -> attempt(routing.recipients().get(name), due, now));
                    figures.waiting(name, queue.size());
                });
        if (Duration.between(sweptAt, now).compareTo(SWEEP_EVERY) >= 0) {
            sweptAt = now;
            book.sweep(now.minus(settings.keepOver()), now.minus(settings.keepStanding()));
        }
    }

    /** Takes the results of attempts and makes none. */
    public void takeResults() {
        for (Attempts.Finished one = attempts.poll(); one != null; one = attempts.poll()) {
            finish(one, clock.instant());
        }
    }

    private void attempt(Recipient recipient, List<Entry> due, Instant now) {
        List<Entry> tooOld = due.stream().filter(entry -> isTooOld(entry, now)).toList();
        if (!tooOld.isEmpty()) {
            tooOld.forEach(
                    entry -> giveUp(entry, "It was not sent in time.", Outcome.GIVEN_UP, now));
            queueOf(tooOld.get(0)).done(tooOld, new SendResult.Delivered(), now);
            return;
        }
        Parcels.Packed packed =
                parcels.pack(recipient, due, queues.get(recipient.name()).most(), now);
        packed.entries().forEach(entry -> entry.inFlight = true);
        attempts.start(packed.parcel(), packed.entries());
    }

    private void finish(Attempts.Finished finished, Instant now) {
        List<Entry> attempted = finished.entries();
        String name = finished.parcel().recipient().name();
        SendResult result = finished.result();
        attempted.forEach(entry -> entry.inFlight = false);
        if (result instanceof SendResult.Delivered) {
            attempted.forEach(entry -> delivered(entry, now));
            if (attempted.size() > 1) {
                figures.count(name, Outcome.DIGEST);
            }
        } else if (result instanceof SendResult.Refused refused && attempted.size() > 1) {
            attempted.forEach(entry -> again(entry, refused.reason(), now));
            log.line(
                    "%s refuses a message about %d alerts, which goes in halves: %s"
                            .formatted(name, attempted.size(), refused.reason()));
        } else if (result instanceof SendResult.Refused refused) {
            attempted.forEach(entry -> giveUp(entry, refused.reason(), Outcome.REFUSED, now));
            log.line("%s refuses a message: %s".formatted(name, refused.reason()));
        } else if (result instanceof SendResult.Failed failed) {
            attempted.forEach(entry -> failed(entry, failed, now));
            log.line("%s takes no message now: %s".formatted(name, failed.reason()));
        }
        queues.get(name).done(attempted, result, now);
        // The alerts may have changed meanwhile.
        for (Entry entry : attempted) {
            if (entry.alert != null && book.isAtHand(entry)) {
                accept(
                        entry.partition,
                        entry.offset,
                        entry.alert,
                        finished.parcel().recipient(),
                        now);
            }
        }
    }

    private void delivered(Entry entry, Instant now) {
        boolean raised = entry.delivery.state() == DeliveryState.WAITING;
        figures.count(entry.delivery.recipient(), raised ? Outcome.SENT : Outcome.CLEARED);
        Alert alert = entry.alert;
        long offset = entry.offset;
        end(
                entry,
                raised
                        ? DeliveryEdit.of(entry.delivery)
                                .state(DeliveryState.SENT)
                                .sentAt(now)
                                .attempted()
                                .reason(null)
                                .nothingPlanned()
                                .at(now)
                        : DeliveryEdit.of(entry.delivery)
                                .state(DeliveryState.CLOSED)
                                .closedAt(now)
                                .attempted()
                                .reason(null)
                                .nothingPlanned()
                                .at(now));
        // Kept for a moment: finish() judges what came meanwhile.
        carry(entry, alert, offset);
    }

    private void failed(Entry entry, SendResult.Failed failed, Instant now) {
        if (isTooOld(entry, now)) {
            giveUp(entry, failed.reason(), Outcome.GIVEN_UP, now);
            return;
        }
        again(entry, failed.reason(), now);
    }

    private void again(Entry entry, String reason, Instant now) {
        figures.count(entry.delivery.recipient(), Outcome.RETRIED);
        book.change(entry, DeliveryEdit.of(entry.delivery).attempted().reason(reason).at(now));
    }

    /** The message is a dead letter; the recipient will hear nothing more of the alert. */
    private void giveUp(Entry entry, String reason, Outcome outcome, Instant now) {
        figures.count(entry.delivery.recipient(), outcome);
        AlertDelivery next =
                DeliveryEdit.of(entry.delivery)
                        .state(DeliveryState.FAILED)
                        .attempted()
                        .reason(reason)
                        .nothingPlanned()
                        .at(now);
        DeadLetter letter =
                deadLetters.letter(
                        entry.partition,
                        entry.offset,
                        entry.delivery.recipient(),
                        reason,
                        entry.alert);
        end(entry, next, letter);
    }

    private void abandon(Entry entry, DeliveryState state, String reason, Instant now) {
        end(
                entry,
                DeliveryEdit.of(entry.delivery)
                        .state(state)
                        .closedAt(now)
                        .reason(reason)
                        .nothingPlanned()
                        .at(now));
    }

    private void end(Entry entry, AlertDelivery next) {
        end(entry, next, null);
    }

    private void end(Entry entry, AlertDelivery next, DeadLetter letter) {
        letGo(entry);
        if (entry.queued) {
            queueOf(entry).remove(entry);
        }
        book.change(entry, next, letter);
        entry.alert = null;
    }

    private boolean isTooOld(Entry entry, Instant now) {
        return now.isAfter(entry.delivery.notBefore().plus(settings.maxAge()));
    }

    private void enqueue(Entry entry) {
        held.hold(entry.partition, entry.offset);
        queueOf(entry).add(entry);
    }

    private static void carry(Entry entry, Alert alert, long offset) {
        entry.alert = alert;
        entry.offset = offset;
    }

    /** The alert need not be read again on this entry's account. */
    private void letGo(Entry entry) {
        if (entry.queued) {
            held.release(entry.partition, entry.offset);
        }
    }

    private RecipientQueue queueOf(Entry entry) {
        return queues.get(entry.delivery.recipient());
    }

    /** What changed since the last call, in order. */
    public List<Change> takeChanges() {
        return book.takeChanges();
    }

    /** The first alert of the partition that must be read again after a restart. */
    public OptionalLong firstHeldOffset(int partition) {
        return held.first(partition);
    }

    /** Forgets partitions that another instance has now. */
    public void drop(Collection<Integer> partitions) {
        book.drop(
                partitions,
                entry -> {
                    if (entry.queued) {
                        queueOf(entry).remove(entry);
                    }
                });
        partitions.forEach(held::drop);
    }

    /** Whether attempts are under way. */
    public boolean isSending() {
        return attempts.running() > 0;
    }

    /** Whether nothing is under way and nothing could be sent now. */
    public boolean isIdle() {
        Instant now = clock.instant();
        return !isSending() && queues.values().stream().noneMatch(queue -> queue.isDue(now));
    }

    /** Deliveries in memory. */
    int size() {
        return book.size();
    }
}
