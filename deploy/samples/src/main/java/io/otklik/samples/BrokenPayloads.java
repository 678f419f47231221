package io.otklik.samples;

import io.otklik.schemas.Topic;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a gateway must survive: each of them must end as a dead letter. */
final class BrokenPayloads {

    private static final List<String> VK =
            List.of(
                    "{\"group_id\":%1$d,\"type\":\"wall_reply_new\",\"event_id\":\"broken%2$d\",\"v\":\"5.199\",\"object\":{\"id\":%2$d,\"from_id\":1990000001,\"date\":17597",
                    "{\"group_id\":%1$d,\"type\":\"wall_reply_new\",\"event_id\":\"broken%2$d\",\"v\":\"5.199\",\"object\":{\"id\":\"сто двадцать\",\"from_id\":1990000001,\"date\":1791200000,\"text\":\"номер словами\",\"post_id\":1,\"post_owner_id\":-%1$d}}",
                    "{\"group_id\":%1$d,\"type\":\"wall_reply_new\",\"event_id\":\"broken%2$d\",\"v\":\"5.199\",\"object\":{\"from_id\":1990000001,\"date\":1791200000,\"text\":\"без номера\",\"post_id\":1,\"post_owner_id\":-%1$d}}",
                    "{\"group_id\":%1$d,\"type\":\"wall_reply_new\",\"event_id\":\"broken%2$d\",\"v\":\"5.199\"}",
                    "{\"group_id\":%1$d,\"type\":\"wall_post_new\",\"event_id\":\"broken%2$d\",\"v\":\"5.199\",\"object\":{\"id\":%2$d,\"owner_id\":-%1$d,\"from_id\":-%1$d,\"date\":\"вчера вечером\",\"text\":\"дата словами\"}}",
                    "{\"group_id\":%1$d,\"type\":\"wall_post_new\",\"event_id\":\"broken%2$d\",\"v\":\"5.199\",\"object\":[]}",
                    "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>",
                    "{\"group_id\":%1$d,\"type\":\"wall_reply_sparkle\",\"event_id\":\"broken%2$d\",\"v\":\"5.199\",\"object\":{\"id\":%2$d}}",
                    "{\"group_id\":%1$d,\"type\":\"like_add\",\"event_id\":\"broken%2$d\",\"v\":\"5.199\",\"object\":{\"liker_id\":1990000001,\"object_type\":\"post\"}}",
                    "{}",
                    "[1,2,3]",
                    "{\"group_id\":%1$d,\"type\":\"wall_reply_delete\",\"event_id\":\"broken%2$d\",\"v\":\"5.199\",\"object\":{\"owner_id\":-%1$d,\"deleter_id\":1990000001}}");

    private static final List<String> TELEGRAM =
            List.of(
                    "{\"update_id\":%2$d,\"message\":{\"message_id\":%2$d,\"date\":1791200000,\"chat\":{\"id\":%1$d,\"type\":\"super",
                    "{\"update_id\":%2$d,\"channel_post\":{\"message_id\":%2$d,\"date\":1791200000,\"text\":\"сообщение без чата\"}}",
                    "{\"update_id\":%2$d,\"channel_post\":{\"date\":1791200000,\"chat\":{\"id\":%1$d,\"type\":\"channel\",\"title\":\"Канал\"},\"text\":\"без номера\"}}",
                    "{\"update_id\":%2$d,\"channel_post\":{\"message_id\":%2$d,\"date\":\"вчера\",\"chat\":{\"id\":%1$d,\"type\":\"channel\",\"title\":\"Канал\"},\"text\":\"дата словами\"}}",
                    "{\"update_id\":%2$d,\"channel_post\":{\"message_id\":%2$d,\"date\":1791200000,\"chat\":{\"id\":\"канал\",\"type\":\"channel\",\"title\":\"Канал\"},\"text\":\"чат словами\"}}",
                    "{\"update_id\":%2$d,\"channel_post\":\"текст вместо сообщения\"}",
                    "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 5\"}",
                    "{\"update_id\":%2$d,\"message_teleported\":{\"message_id\":%2$d}}",
                    "{\"update_id\":%2$d,\"message_reaction_count\":{\"chat\":{\"id\":%1$d,\"type\":\"channel\"},\"date\":1791200000}}",
                    "{}",
                    "null",
                    "{\"update_id\":%2$d,\"edited_channel_post\":{\"message_id\":[%2$d],\"date\":1791200000,\"edit_date\":1791200100,\"chat\":{\"id\":%1$d,\"type\":\"channel\",\"title\":\"Канал\"},\"text\":\"номер списком\"}}");

    private static final List<String> MESSAGE =
            List.of(
                    "{\"messageId\":\"ok:%1$d_%2$d\",\"platform\":\"OK\",\"type\":\"POST\",\"communityId\":\"ok:%1$d\",\"thre",
                    "{\"platform\":\"OK\",\"type\":\"POST\",\"communityId\":\"ok:%1$d\",\"threadId\":\"ok:%1$d_%2$d\",\"authorId\":\"ok:%1$d\",\"authorKind\":\"COMMUNITY\",\"text\":\"без номера\",\"publishedAt\":\"2026-10-06T08:00:00.000Z\",\"observedAt\":\"2026-10-06T08:00:05.000Z\",\"change\":\"CREATED\"}",
                    "{\"messageId\":\"ok:%1$d_%2$d\",\"platform\":\"ODNOKLASSNIKI\",\"type\":\"POST\",\"communityId\":\"ok:%1$d\",\"threadId\":\"ok:%1$d_%2$d\",\"observedAt\":\"2026-10-06T08:00:05.000Z\",\"change\":\"DELETED\"}",
                    "{\"messageId\":\"ok:%1$d_%2$d\",\"platform\":\"OK\",\"type\":\"POST\",\"communityId\":\"ok:%1$d\",\"threadId\":\"ok:%1$d_%2$d\",\"authorId\":\"ok:%1$d\",\"authorKind\":\"COMMUNITY\",\"text\":\"время словами\",\"publishedAt\":\"вчера в 15:00\",\"observedAt\":\"2026-10-06T08:00:05.000Z\",\"change\":\"CREATED\"}",
                    "{\"messageId\":\"ok:%1$d_%2$d\",\"platform\":\"OK\",\"communityId\":\"ok:%1$d\",\"threadId\":\"ok:%1$d_%2$d\",\"observedAt\":\"2026-10-06T08:00:05.000Z\",\"change\":\"DELETED\"}",
                    "{\"messageId\":\"ok:%1$d_%2$d\",\"platform\":\"OK\",\"type\":\"POST\",\"communityId\":\"ok:%1$d\",\"threadId\":\"ok:%1$d_%2$d\",\"observedAt\":\"2026-10-06T08:00:05.000Z\",\"change\":\"UPDATED\"}",
                    "{\"messageId\":\"ok:%1$d_%2$d\",\"platform\":\"OK\",\"type\":\"POST\",\"communityId\":\"ok:%1$d\",\"threadId\":\"ok:%1$d_%2$d\",\"authorId\":\"ok:%1$d\",\"authorKind\":\"COMMUNITY\",\"text\":{\"ru\":\"текст объектом\"},\"publishedAt\":\"2026-10-06T08:00:00.000Z\",\"observedAt\":\"2026-10-06T08:00:05.000Z\",\"change\":\"CREATED\"}",
                    "{\"messageId\":\"ok:%1$d_%2$d\",\"platform\":\"OK\",\"type\":\"POST\",\"communityId\":\"ok:%1$d\",\"threadId\":\"ok:%1$d_%2$d\",\"authorKind\":\"COMMUNITY\",\"text\":\"без автора\",\"publishedAt\":\"2026-10-06T08:00:00.000Z\",\"observedAt\":\"2026-10-06T08:00:05.000Z\",\"change\":\"CREATED\"}",
                    "messageId;platform;text",
                    "{}",
                    "[]",
                    "{\"messageId\":\"ok:%1$d_%2$d\",\"platform\":\"OK\",\"type\":\"POST\",\"communityId\":\"ok:%1$d\",\"threadId\":\"ok:%1$d_%2$d\",\"observedAt\":1791200000,\"change\":\"DELETED\"}");

    /** Beyond every number that a sound event gets. */
    private static final long FIRST_ID = 800_000_000L;

    private int made;
    private final List<String> kinds;
    private final Topic topic;

    BrokenPayloads(Topic topic) {
        this.topic = topic;
        this.kinds =
                switch (topic) {
                    case RAW_VK -> VK;
                    case RAW_TELEGRAM -> TELEGRAM;
                    default -> MESSAGE;
                };
    }

    /** The next one, each kind in its turn. */
    SampleEvent next(Page page, long receivedAt) {
        int n = made++;
        String text = kinds.get(n % kinds.size()).formatted(page.localId(), FIRST_ID + n);
        return new SampleEvent(
                topic, page.communityId(), receivedAt, text.getBytes(StandardCharsets.UTF_8));
    }
}
