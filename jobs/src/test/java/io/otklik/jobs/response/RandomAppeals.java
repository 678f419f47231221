package io.otklik.jobs.response;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Platform;
import io.otklik.schemas.Urgency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Histories of appeals, seeded: states that follow one another, corrected and repeated. */
final class RandomAppeals {

    private static final Instant START = Instant.parse("2026-03-20T00:00:00Z");
    private static final String[] ANSWERS = {
        "Здравствуйте! Ваше обращение передано в профильное ведомство для ответа.",
        "Добрый день, бригада уже работает на месте, спасибо за терпение",
        "Просим уточнить точный адрес, где вы видели яму на дороге",
        "Принято"
    };

    private static final String[] ZONES = {
        "Europe/Moscow", "Asia/Yekaterinburg", "Asia/Kamchatka", "Europe/Berlin"
    };

    private final Random random;

    RandomAppeals(long seed) {
        random = new Random(seed);
    }

    /** The records of many appeals in the order in which they come. */
    List<Appeal> records(int appeals) {
        List<List<Appeal>> histories = new ArrayList<>();
        for (int i = 0; i < appeals; i++) {
            histories.add(history(i));
        }
        List<Appeal> mixed = new ArrayList<>();
        while (!histories.isEmpty()) {
            int at = random.nextInt(histories.size());
            Appeal next = histories.get(at).remove(0);
            mixed.add(next);
            if (random.nextInt(10) == 0) {
                mixed.add(next);
            }
            if (histories.get(at).isEmpty()) {
                histories.remove(at);
            }
        }
        return mixed;
    }

    private List<Appeal> history(int number) {
        Instant published = START.plusMillis(random.nextLong(12L * 24 * 3_600_000));
        int page = random.nextInt(6);
        List<Appeal> states = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int version = 1; version <= count; version++) {
            // Any state may follow any other: late facts correct what stood before.
            states.add(state(number, page, published, version));
        }
        return states;
    }

    private Appeal state(int number, int page, Instant published, int version) {
        Instant acknowledged = maybe(published);
        Instant answered = maybe(published);
        boolean withdrawn = random.nextInt(8) == 0;
        boolean ends = answered != null || withdrawn;
        Instant first = earlier(acknowledged, answered);
        Instant firstDue = random.nextInt(5) == 0 ? null : published.plus(Duration.ofHours(9));
        Instant finalDue = random.nextInt(5) == 0 ? null : published.plus(Duration.ofDays(3));
        Long millis = first == null ? null : Duration.between(published, first).toMillis();
        AppealStatus status =
                withdrawn
                        ? AppealStatus.WITHDRAWN
                        : answered != null ? AppealStatus.ANSWERED : AppealStatus.OPEN;
        return new Appeal(
                "vk:-" + page + "_1_" + number,
                "vk:-" + page + "_1",
                "vk:-" + page,
                "Page " + page,
                Platform.VK,
                "agency-" + random.nextInt(3),
                "Agency",
                null,
                "agency-" + page % 3,
                "Region",
                "Place " + page / 2,
                ZONES[page % ZONES.length],
                null,
                "author-" + number % 4,
                "text",
                published,
                status,
                "Group " + random.nextInt(3),
                null,
                List.of(),
                List.of(),
                Urgency.NORMAL,
                null,
                List.of(),
                1,
                "1",
                "policy",
                1,
                "calendar",
                1,
                published,
                firstDue,
                first == null ? 0 : 1,
                first == null ? null : "answer-" + number + '-' + version,
                first,
                first == null ? null : AppealEventType.FINAL,
                first == null ? null : ANSWERS[random.nextInt(ANSWERS.length)],
                millis,
                millis == null || random.nextInt(4) == 0 ? null : (Long) (millis / 3),
                acknowledged,
                finalDue,
                answered == null ? null : "final",
                answered,
                null,
                null,
                null,
                null,
                random.nextInt(4) == 0,
                null,
                List.of(),
                breach(firstDue, first),
                breach(finalDue, answered),
                0,
                List.of(),
                random.nextInt(5) == 0 ? List.of(published.plusSeconds(90_000)) : List.of(),
                0,
                0,
                ends ? published.plusSeconds(99) : null,
                published,
                random.nextInt(12) == 0,
                version);
    }

    private Instant maybe(Instant published) {
        return random.nextBoolean()
                ? null
                : published.plusMillis((long) Math.exp(random.nextDouble() * Math.log(6e8)));
    }

    /** A deadline is missed if nothing came before it, and it is past by the story's end. */
    private Instant breach(Instant due, Instant met) {
        boolean late = due != null && (met == null ? random.nextBoolean() : met.isAfter(due));
        return late ? due : null;
    }

    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
