package io.otklik.cli;

import io.otklik.cli.claim.ClaimEdit;
import io.otklik.cli.topic.StateTopic;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Rating;
import io.otklik.schemas.Suspicion;
import io.otklik.schemas.Verdict;
import io.otklik.schemas.VerdictStep;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a person decides about a suspicion. */
@Command(
        name = "verdict",
        mixinStandardHelpOptions = true,
        header = "Record what a person decides about a suspicion.",
        description =
                "With who and why: register it under a claim, rate the claim, link its "
                        + "refutation, close it. Steps are added, never changed. A refutation that "
                        + "an official page publishes is found without this command.",
        footer = {
            "",
            "Examples:",
            "  otklik verdict register --help",
            "  otklik verdict rate --claim bridge --rating FAKE --actor 'Пресс-служба' \\",
            "      --reason 'ремонт идёт ночью, движение открыто'"
        })
final class VerdictCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Give register, rate, refute or close after verdict.");
    }

    @Command(
            name = "register",
            mixinStandardHelpOptions = true,
            header = "Take a suspicion up under a claim.",
            description = "A claim that is new is made.",
            footer = {
                "",
                "Examples:",
                "  otklik verdict register --suspicion vk:-9100_41 --claim bridge \\",
                "      --text 'Мост закроют до конца года' --actor 'Дежурный ЦУР' \\",
                "      --reason 'спрашивают'"
            })
    int register(
            @Mixin Decision decision,
            @Option(
                            names = "--suspicion",
                            required = true,
                            paramLabel = "ID",
                            description = "The suspicion.")
                    String suspicionId,
            @Option(
                            names = "--text",
                            paramLabel = "TEXT",
                            description =
                                    "What is claimed, in one sentence; of a new claim it must be given.")
                    String text)
            throws InterruptedException {
        Desk desk = new Desk(decision);
        Claim known = desk.claims.read().get(decision.claimId);
        if (known == null && (text == null || text.isBlank())) {
            throw CommandException.wrongInput(
                    "There is no claim %s; give --text to make it.".formatted(decision.claimId));
        }
        Suspicion suspicion = desk.suspicions.read().get(suspicionId);
        if (suspicion == null) {
            throw CommandException.wrongInput("There is no suspicion %s.".formatted(suspicionId));
        }
        Claim next =
                known == null
                        ? ClaimEdit.registered(
                                decision.claimId, text, suspicionId, suspicion.url(), desk.now)
                        : new ClaimEdit(known).wordedAlso(text, desk.now);
        return desk.record(
                decision.step(desk.now, VerdictStep.REGISTERED, suspicionId, null, null, null),
                next);
    }

    @Command(
            name = "rate",
            mixinStandardHelpOptions = true,
            header = "Say what a claim was found to be.",
            footer = {
                "",
                "Examples:",
                "  otklik verdict rate --claim bridge --rating FAKE --actor 'Пресс-служба' \\",
                "      --reason 'ремонт идёт ночью, движение открыто'"
            })
    int rate(
            @Mixin Decision decision,
            @Option(
                            names = "--rating",
                            paramLabel = "RATING",
                            required = true,
                            description = "One of ${COMPLETION-CANDIDATES}.")
                    Rating rating)
            throws InterruptedException {
        Desk desk = new Desk(decision);
        Claim claim = desk.claim(decision.claimId);
        return desk.record(
                decision.step(desk.now, VerdictStep.RATED, null, rating, null, null),
                new ClaimEdit(claim)
                        .rated(rating, desk.now, decision.actor, decision.reason, desk.now));
    }

    @Command(
            name = "refute",
            mixinStandardHelpOptions = true,
            header = "Link what refutes a claim.",
            footer = {
                "",
                "Examples:",
                "  otklik verdict refute --claim bridge --message vk:-9101_7 \\",
                "      --url https://vk.com/wall-9101_7 --actor 'Дежурный ЦУР' \\",
                "      --reason 'пост района'"
            })
    int refute(
            @Mixin Decision decision,
            @Option(
                            names = "--message",
                            paramLabel = "ID",
                            description = "The official message that refutes.")
                    String messageId,
            @Option(
                            names = "--url",
                            paramLabel = "URL",
                            required = true,
                            description = "Where the refutation stands.")
                    String url,
            @Option(
                            names = "--at",
                            paramLabel = "TIME",
                            description =
                                    "When it was published, such as 2026-10-05T09:40:00Z (default: now).")
                    Instant publishedAt)
            throws InterruptedException {
        Desk desk = new Desk(decision);
        Claim claim = desk.claim(decision.claimId);
        Instant at = publishedAt == null ? desk.now : publishedAt;
        return desk.record(
                decision.step(at, VerdictStep.REFUTED, null, null, messageId, url),
                new ClaimEdit(claim).refuted(url, at, desk.now));
    }

    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            header = "End the monitoring of a claim.",
            footer = {
                "",
                "Examples:",
                "  otklik verdict close --claim bridge --actor 'Дежурный ЦУР' \\",
                "      --reason 'копий нет неделю'"
            })
    int close(@Mixin Decision decision) throws InterruptedException {
        Desk desk = new Desk(decision);
        return desk.record(
                decision.step(desk.now, VerdictStep.CLOSED, null, null, null, null),
                desk.claim(decision.claimId));
    }

    /** What every step says. */
    static final class Decision {
        @Mixin private StackOption stack;
        @Mixin private KafkaOption kafka;

        @Option(names = "--claim", required = true, paramLabel = "ID", description = "The claim.")
        private String claimId;

        @Option(
                names = "--actor",
                paramLabel = "POST",
                required = true,
                description = "Who decides: a post, no resident.")
        private String actor;

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
        private String reason;

        private Verdict step(
                Instant at,
                VerdictStep step,
                String suspicionId,
                Rating rating,
                String messageId,
                String url) {
            if (claimId.isBlank() || actor.isBlank() || reason.isBlank()) {
                throw CommandException.wrongInput("Claim, actor and reason must not be empty.");
            }
            return new Verdict(
                    claimId + ' ' + step + ' ' + at,
                    claimId,
                    suspicionId,
                    step,
                    rating,
                    actor,
                    reason,
                    messageId,
                    url,
                    at);
        }
    }

    /** The topics that a step reads and writes. */
    private final class Desk {
        private final StateTopic<Claim> claims;
        private final StateTopic<Suspicion> suspicions;
        private final StateTopic<Verdict> verdicts;
        private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        Desk(Decision decision) {
            String servers = decision.kafka.serversWithTopics(decision.stack);
            claims = StateTopic.claims(servers);
            suspicions = StateTopic.suspicions(servers);
            verdicts = StateTopic.verdicts(servers);
        }

        Claim claim(String claimId) {
            Claim claim = claims.read().get(claimId);
            if (claim == null) {
                throw CommandException.wrongInput("There is no claim %s.".formatted(claimId));
            }
            return claim;
        }

        /** The claim first: a job that sees the step knows what it is about. */
        int record(Verdict step, Claim claim) throws InterruptedException {
            claims.send(List.of(claim));
            verdicts.send(List.of(step));
            spec.commandLine()
                    .getOut()
                    .printf("%s: claim %s, by %s.%n", step.step(), step.claimId(), step.actor());
            return 0;
        }
    }
}
