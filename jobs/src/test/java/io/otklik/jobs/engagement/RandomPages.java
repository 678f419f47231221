package io.otklik.jobs.engagement;

import io.otklik.schemas.Audience;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Community;
import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Two days of a dozen pages: posts, comments, edits and deletions, totals that grow, fall and start
 * anew, likes one by one, audience, the register; some facts twice, all of them out of order.
 */
final class RandomPages {

    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static final long MINUTE = 60_000L;
    private static final int DAYS = 2;
    private static final int PAGES = 12;
    private static final String[] ZONES = {"Europe/Moscow", "Asia/Vladivostok", "Asia/Kathmandu"};
    private static final String[][] ATTACHMENTS = {
        {}, {"photo"}, {"video", "photo"}, {"clip"}, {"poll"}, {"link"}
    };

    private final Random random;
    private final List<Arrival> arrivals = new ArrayList<>();

    RandomPages(long seed) {
        random = new Random(seed);
    }

    /** One fact; one of the components is set. */
    record Fact(Message message, Counter counter, PageFact page) {}

    private record Arrival(long at, Fact fact) {}

    /** That many facts or a few more, in the order of their arrival. */
    List<Fact> facts(int count) {
        for (int page = 0; page < PAGES; page++) {
            register(page);
        }
        int post = 0;
        while (arrivals.size() < count) {
            post(post % PAGES, post++);
        }
        return arrivals.stream()
                .sorted(Comparator.comparingLong(Arrival::at))
                .map(Arrival::fact)
                .toList();
    }

    private static Platform platform(int page) {
        return page % 3 == 0 ? Platform.TELEGRAM : Platform.VK;
    }

    static String page(int page) {
        return platform(page).id("-" + (100 + page));
    }

    /**
     * Some pages' audience nobody counts. Two pages are not in the register; two move from an
     * agency that is theirs alone.
     */
    private void register(int page) {
        for (int i = 0; i < (page % 4 == 1 ? 0 : DAYS * 6); i++) {
            long at = at();
            Audience seen =
                    new Audience(
                            page(page),
                            instant(at),
                            1_000L * (page + 1) + random.nextInt(90),
                            null);
            arrive(at, new Fact(null, null, PageFact.of(seen)));
        }
        if (page < 2) {
            return;
        }
        if (page < 4) {
            enter(page, "former-" + page, "2026-02-01T00:00:00Z");
        }
        enter(page, "agency-" + page % 4, "2026-02-02T00:00:00Z");
    }

    private void enter(int page, String agency, String updatedAt) {
        Community entry =
                new Community(
                        page(page),
                        platform(page),
                        null,
                        "Страница " + page,
                        agency,
                        "Ведомство",
                        null,
                        null,
                        page % 5 == 0 ? null : "Город " + page % 3,
                        page % 2 == 0 ? "Заречная область" : null,
                        ZONES[page % ZONES.length],
                        List.of(),
                        null,
                        Instant.parse(updatedAt));
        arrive(at(), new Fact(null, null, PageFact.of(entry)));
    }

    private void post(int page, int number) {
        long at = at();
        String id = page(page) + '_' + number;
        String[] attachments = ATTACHMENTS[random.nextInt(ATTACHMENTS.length)];
        String text = random.nextInt(4) == 0 ? "Все на #Субботник2026!" : "Новости";
        if (random.nextInt(12) > 0) {
            message(page, id, id, at, at, Change.CREATED, text, attachments);
        }
        if (random.nextInt(6) == 0) {
            long edited = at + random.nextInt(300) * MINUTE;
            message(
                    page,
                    id,
                    id,
                    at,
                    edited,
                    Change.EDITED,
                    "Дополнено #итоги",
                    new String[] {"photo"});
        }
        if (random.nextInt(15) == 0) {
            long deleted = at + random.nextInt(500) * MINUTE;
            message(page, id, id, at, deleted, Change.DELETED, null, new String[0]);
            if (random.nextBoolean()) {
                message(page, id, id, at, deleted + MINUTE, Change.RESTORED, text, attachments);
            }
        }
        for (int i = random.nextInt(25); i > 0; i--) {
            comment(page, id, i, at);
        }
        totals(page, id, at);
        likes(page, id, at, 20);
    }

    private void comment(int page, String post, int number, long postedAt) {
        long at = postedAt + random.nextInt(600) * MINUTE + random.nextInt(60_000);
        String id = post + '_' + number;
        message(page, post, id, at, at, Change.CREATED, "Спасибо", new String[0]);
        if (random.nextInt(10) == 0) {
            message(page, post, id, at, at + MINUTE, Change.DELETED, null, new String[0]);
        }
        if (random.nextInt(3) == 0) {
            likes(page, id, at, 3);
        }
    }

    private void message(
            int page,
            String post,
            String id,
            long at,
            long changedAt,
            Change change,
            String text,
            String[] attachments) {
        boolean deleted = change == Change.DELETED;
        boolean isPost = id.equals(post);
        boolean byPage = isPost || id.hashCode() % 7 == 0;
        Message message =
                new Message(
                        id,
                        platform(page),
                        isPost ? MessageType.POST : MessageType.COMMENT,
                        page(page),
                        post,
                        null,
                        null,
                        deleted
                                ? null
                                : byPage ? page(page) : "p" + Math.floorMod(id.hashCode(), 900),
                        deleted ? null : byPage ? AuthorKind.COMMUNITY : AuthorKind.PERSON,
                        text,
                        List.of(attachments),
                        null,
                        deleted ? null : instant(at),
                        change == Change.EDITED ? instant(changedAt) : null,
                        instant(changedAt),
                        change);
        arriveMaybeTwice(changedAt, new Fact(message, null, null));
    }

    private void totals(int page, String id, long postedAt) {
        long at = postedAt + random.nextInt(26 * 60) * MINUTE;
        long[] totals = new long[4];
        for (int i = random.nextInt(30); i > 0; i--) {
            at += random.nextInt(40) * MINUTE + random.nextInt(60_000);
            totals[0] += random.nextInt(400);
            totals[1] += random.nextInt(9) - 2;
            totals[2] += random.nextInt(4) - 1;
            totals[3] += random.nextInt(5) - 1;
            if (random.nextInt(20) == 0) {
                totals = new long[] {random.nextInt(20), random.nextInt(9), 0, totals[3]};
            }
            for (int f = 0; f < 4; f++) {
                totals[f] = Math.max(0, totals[f]);
            }
            boolean likesOnly = random.nextInt(8) == 0;
            Counter counter =
                    new Counter(
                            id,
                            page(page),
                            instant(at),
                            CounterKind.SNAPSHOT,
                            null,
                            null,
                            likesOnly || platform(page) == Platform.TELEGRAM ? null : totals[0],
                            totals[1],
                            likesOnly ? null : totals[2],
                            likesOnly ? null : totals[3]);
            arriveMaybeTwice(at, new Fact(null, counter, null));
        }
    }

    private void likes(int page, String id, long postedAt, int most) {
        for (int i = random.nextInt(most); i > 0; i--) {
            long at = postedAt + random.nextInt(26 * 60) * MINUTE + random.nextInt(60_000);
            boolean repost = random.nextInt(6) == 0 && !id.matches(".*_.*_.*");
            long sign = random.nextInt(5) == 0 ? -1L : 1L;
            like(page, id, "e" + i, at, repost, sign);
            if (random.nextInt(9) == 0) {
                // The same event again, observed at another time.
                like(page, id, "e" + i, at + random.nextInt(60) * MINUTE, repost, sign);
            }
        }
    }

    private void like(int page, String id, String event, long at, boolean repost, long sign) {
        Counter counter =
                new Counter(
                        id,
                        page(page),
                        instant(at),
                        CounterKind.CHANGE,
                        event,
                        "p1",
                        null,
                        repost ? null : sign,
                        repost ? sign : null,
                        null);
        arrive(at, new Fact(null, counter, null));
    }

    private void arriveMaybeTwice(long at, Fact fact) {
        arrive(at, fact);
        if (random.nextInt(10) == 0) {
            arrive(at, fact);
        }
    }

    /** Up to six hours late; one in fifty a day and more. */
    private void arrive(long at, Fact fact) {
        int delay = random.nextInt(50) == 0 ? 30 * 60 : random.nextInt(6 * 60);
        boolean total = fact.counter() != null;
        arrivals.add(new Arrival(at + Math.min(delay, total ? 360 : delay) * MINUTE, fact));
    }

    private long at() {
        return START.toEpochMilli()
                + random.nextInt((int) Duration.ofDays(DAYS).toMinutes()) * MINUTE
                + random.nextInt(60_000);
    }

    private static Instant instant(long at) {
        return Instant.ofEpochMilli(at);
    }
}
