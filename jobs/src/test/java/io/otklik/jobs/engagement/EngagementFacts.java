package io.otklik.jobs.engagement;

import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Community;
import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;
import io.otklik.schemas.EngagementDimension;
import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.EngagementWindow;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Facts of one page with one post, and a look at the rows that come of them. */
final class EngagementFacts {

    static final String PAGE = "vk:-900";
    static final String POST = "vk:-900_10";

    /** Monday, 12:00 in Yekaterinburg. */
    static final Instant NOON = Instant.parse("2026-03-02T07:00:00Z");

    private EngagementFacts() {}

    static EngagementWindow one(
            List<EngagementWindow> rows, EngagementSize size, EngagementDimension dimension) {
        List<EngagementWindow> found =
                rows.stream()
                        .filter(row -> row.size() == size && row.dimension() == dimension)
                        .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    static Community page(String agency, int version) {
        return page(agency, version, "Asia/Yekaterinburg");
    }

    static Community page(String agency, int version, String timeZone) {
        return page(PAGE, agency, version, timeZone);
    }

    static Community page(String communityId, String agency, int version, String timeZone) {
        return new Community(
                communityId,
                Platform.VK,
                null,
                "Наш район",
                agency,
                "Ведомство",
                null,
                null,
                "Заречный",
                "Заречная область",
                timeZone,
                List.of(),
                null,
                Instant.ofEpochMilli(version));
    }

    static Message post(Change change, Instant at, String text, String... attachments) {
        return new Message(
                POST,
                Platform.VK,
                MessageType.POST,
                PAGE,
                POST,
                null,
                null,
                PAGE,
                AuthorKind.COMMUNITY,
                text,
                List.of(attachments),
                null,
                at,
                change == Change.EDITED ? at.plusSeconds(5) : null,
                at.plusSeconds(5),
                change);
    }

    static Message comment(int number, Instant at) {
        return comment(PAGE, POST, number, at);
    }

    static Message comment(String communityId, String post, int number, Instant at) {
        return new Message(
                post + '_' + number,
                Platform.VK,
                MessageType.COMMENT,
                communityId,
                post,
                null,
                null,
                "p:" + number,
                AuthorKind.PERSON,
                "Спасибо",
                List.of(),
                null,
                at,
                null,
                at,
                Change.CREATED);
    }

    static Counter total(Instant at, long views, long likes, long reposts) {
        return new Counter(
                POST, PAGE, at, CounterKind.SNAPSHOT, null, null, views, likes, reposts, null);
    }
}
