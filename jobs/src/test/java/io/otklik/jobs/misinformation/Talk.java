package io.otklik.jobs.misinformation;

import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Community;
import io.otklik.schemas.CopyStance;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import io.otklik.schemas.Rating;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.Verdict;
import io.otklik.schemas.VerdictStep;
import io.otklik.similarity.signal.SignalBook;

import java.time.Instant;
import java.util.List;

/** Messages, claims and verdicts for tests. */
final class Talk {

    /** When the story begins. */
    static final Instant START = Instant.parse("2026-10-05T06:00:00Z");

    static final String STORY =
            "Срочно! Знакомый из водоканала сообщил, что с понедельника городу на две недели отключат"
                    + " воду, трубы прогнили, а власти скрывают. Передайте всем, кого знаете!";

    static final String DENIAL =
            "Информация о том, что городу на две недели отключат воду, не соответствует"
                    + " действительности. Водоканал работает в обычном режиме.";

    private Talk() {}

    static Message comment(int page, int number, Instant at, String text) {
        return message(
                "vk:-" + page + "_1_" + number,
                MessageType.COMMENT,
                page,
                AuthorKind.PERSON,
                at,
                text);
    }

    static Message post(int page, int number, Instant at, String text) {
        return message(
                "vk:-" + page + "_" + number,
                MessageType.POST,
                page,
                AuthorKind.COMMUNITY,
                at,
                text);
    }

    private static Message message(
            String id, MessageType type, int page, AuthorKind kind, Instant at, String text) {
        return new Message(
                id,
                Platform.VK,
                type,
                "vk:-" + page,
                "vk:-" + page + "_1",
                null,
                null,
                kind == AuthorKind.COMMUNITY ? "vk:-" + page : "author",
                kind,
                text,
                List.of(),
                "https://vk.com/wall-" + page,
                at,
                null,
                at,
                Change.CREATED);
    }

    static Community official(int page) {
        return new Community(
                "vk:-" + page,
                Platform.VK,
                null,
                "Администрация",
                "zarechny",
                "Администрация Заречного округа",
                null,
                null,
                null,
                null,
                "UTC",
                List.of(),
                null,
                START);
    }

    static Claim claim(String id, String text, Rating rating, Instant ratedAt) {
        return new Claim(
                id,
                text,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                rating,
                ratedAt,
                "Дежурный",
                "проверено",
                null,
                ratedAt,
                null,
                START);
    }

    static Verdict registered(String suspicionId, String claimId, Instant at) {
        return new Verdict(
                claimId + " REGISTERED",
                claimId,
                suspicionId,
                VerdictStep.REGISTERED,
                null,
                "Дежурный",
                "спрашивают жители",
                null,
                null,
                at);
    }

    static Verdict rated(String claimId, Rating rating, Instant at) {
        return new Verdict(
                claimId + " RATED " + at,
                claimId,
                null,
                VerdictStep.RATED,
                rating,
                "Дежурный",
                "ответ водоканала",
                null,
                null,
                at);
    }

    /** The bundled book of signals as an imported one. */
    static RuleBookVersion signals(Instant at) {
        return signals(SignalBook.bundledYaml(), at);
    }

    static RuleBookVersion signals(String yaml, Instant at) {
        return new RuleBookVersion(RuleBookVersion.SIGNALS, "test", yaml, at);
    }

    /** A message of a story, as it was read. */
    static Sighting sighting(
            String messageId,
            long textId,
            long at,
            CopyStance stance,
            String claimId,
            double claimScore) {
        return sighting(messageId, textId, at, stance, claimId, claimScore, "text " + messageId);
    }

    static Sighting sighting(
            String messageId,
            long textId,
            long at,
            CopyStance stance,
            String claimId,
            double claimScore,
            String text) {
        return new Sighting(
                messageId,
                textId,
                messageId.substring(0, messageId.indexOf('_')),
                Platform.VK,
                MessageType.COMMENT,
                false,
                false,
                stance,
                false,
                "https://vk.com/" + messageId,
                at,
                text,
                1L << Math.floorMod(at, 9),
                claimId,
                claimScore,
                claimScore > 0.1,
                claimId == null ? List.of() : List.of(messageId),
                false,
                false);
    }
}
