package io.otklik.connectors.platform;

import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.IsoMillis;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static io.otklik.schemas.DeadLetterReason.OUT_OF_RANGE;
import static io.otklik.schemas.DeadLetterReason.UNKNOWN_VALUE;

/**
 * Reads {@link Message} JSON that others write: one message a payload. Ids of persons may be plain
 * ({@code ok:5312345}); they are replaced by pseudonyms here, and the text is masked. {@code
 * observedAt} may be absent: then it is when the payload was received.
 */
public final class MessagePayloadParser extends JsonPayloadParser {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_URL = 2_000;

    private final Pseudonymizer pseudonymizer;

    public MessagePayloadParser(Pseudonymizer pseudonymizer) {
        this.pseudonymizer = pseudonymizer;
    }

    @Override
    void read(Object root, PayloadItems items) throws MalformedPayloadException {
        if (!(root instanceof JsonObject object)) {
            throw wrongRoot("object", root);
        }
        int position = items.next();
        try {
            items.emit(message(object, items));
        } catch (MalformedPayloadException e) {
            items.reject(position, null, e);
        }
    }

    private Message message(JsonObject in, PayloadItems items) throws MalformedPayloadException {
        Platform platform = constant(in, "platform", Platform.class);
        MessageType type = constant(in, "type", MessageType.class);
        Change change = constant(in, "change", Change.class);
        String messageId = id(in, "messageId", platform);
        String communityId = id(in, "communityId", platform);
        String threadId = id(in, "threadId", platform);
        if (type == MessageType.POST && !threadId.equals(messageId)) {
            throw in.fault(UNKNOWN_VALUE, "threadId", "a post's thread is its own messageId");
        }
        boolean deleted = change == Change.DELETED;
        AuthorKind kind = deleted ? null : constant(in, "authorKind", AuthorKind.class);
        Instant observedAt = time(in, "observedAt", items);
        return new Message(
                messageId,
                platform,
                type,
                communityId,
                threadId,
                in.has("parentId") ? id(in, "parentId", platform) : null,
                deleted ? null : other(in, "replyToAuthorId", platform, communityId),
                deleted ? null : author(in, platform, kind),
                kind,
                deleted ? null : TextMasker.mask(in.requiredString("text")),
                deleted ? null : attachments(in),
                url(in),
                deleted ? null : requiredTime(in, "publishedAt", items),
                deleted ? null : time(in, "editedAt", items),
                observedAt == null ? items.receivedAt() : observedAt,
                change,
                deleted ? other(in, "deleterId", platform, communityId) : null);
    }

    /**
     * A person's id is hashed unless it is a pseudonym already; a page's must be none of a person.
     */
    private String author(JsonObject in, Platform platform, AuthorKind kind)
            throws MalformedPayloadException {
        String id = in.requiredString("authorId");
        if (kind == AuthorKind.PERSON) {
            return Pseudonymizer.isPseudonym(id)
                    ? id
                    : pseudonymizer.pseudonym(id(in, "authorId", platform));
        }
        String plain = id(in, "authorId", platform);
        if (namesPerson(plain, platform)) {
            throw in.fault(UNKNOWN_VALUE, "authorId", "names a person, authorKind says " + kind);
        }
        return plain;
    }

    /**
     * One who is not the author. The kind is not told: all but a page's own form of id counts as a
     * person.
     */
    private String other(JsonObject in, String name, Platform platform, String communityId)
            throws MalformedPayloadException {
        String id = in.optionalString(name);
        if (id == null || Pseudonymizer.isPseudonym(id)) {
            return id;
        }
        String plain = id(in, name, platform);
        return plain.equals(communityId) || plain.startsWith(platform.id("-"))
                ? plain
                : pseudonymizer.pseudonym(plain);
    }

    /** On VK and Telegram pages have negative numbers; elsewhere an id does not tell. */
    private static boolean namesPerson(String id, Platform platform) {
        boolean signed = platform == Platform.VK || platform == Platform.TELEGRAM;
        return signed && !id.startsWith(platform.id("-"));
    }

    private static String id(JsonObject in, String name, Platform platform)
            throws MalformedPayloadException {
        String id = in.requiredString(name);
        String prefix = platform.id("");
        if (!id.startsWith(prefix) || id.length() == prefix.length()) {
            throw in.fault(UNKNOWN_VALUE, name, "does not start with " + prefix + " and go on");
        }
        if (id.length() > LONGEST_ID) {
            throw in.fault(OUT_OF_RANGE, name, "longer than " + LONGEST_ID + " characters");
        }
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) <= ' ' || id.charAt(i) > '~') {
                throw in.fault(
                        UNKNOWN_VALUE, name, "character " + i + " is no visible ASCII character");
            }
        }
        return id;
    }

    private static <E extends Enum<E>> E constant(JsonObject in, String name, Class<E> type)
            throws MalformedPayloadException {
        String value = in.requiredString(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw in.fault(
                UNKNOWN_VALUE,
                name,
                JsonPath.shown(value) + " is none of " + Arrays.toString(type.getEnumConstants()));
    }

    private static List<String> attachments(JsonObject in) throws MalformedPayloadException {
        JsonArray kinds = in.optionalArray("attachments");
        if (kinds == null) {
            return List.of();
        }
        List<String> read = new ArrayList<>(kinds.values().size());
        for (int i = 0; i < kinds.values().size(); i++) {
            if (!(kinds.values().get(i) instanceof String kind) || !VkAttachments.isKind(kind)) {
                throw kinds.wrongElement(i, "a kind in lower-case letters");
            }
            read.add(kind);
        }
        return read;
    }

    private static String url(JsonObject in) throws MalformedPayloadException {
        String url = in.optionalString("url");
        if (url == null) {
            return null;
        }
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw in.fault(UNKNOWN_VALUE, "url", "does not start with https:// or http://");
        }
        if (url.length() > LONGEST_URL) {
            throw in.fault(OUT_OF_RANGE, "url", "longer than " + LONGEST_URL + " characters");
        }
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) <= ' ' || Character.isSurrogate(url.charAt(i))) {
                throw in.fault(UNKNOWN_VALUE, "url", "character " + i + " may not stand in a link");
            }
        }
        return url;
    }

    private static Instant requiredTime(JsonObject in, String name, PayloadItems items)
            throws MalformedPayloadException {
        in.requiredString(name);
        return time(in, name, items);
    }

    private static Instant time(JsonObject in, String name, PayloadItems items)
            throws MalformedPayloadException {
        String text = in.optionalString(name);
        if (text == null) {
            return null;
        }
        Instant time;
        try {
            time = IsoMillis.parse(text);
        } catch (DateTimeException e) {
            throw in.fault(
                    UNKNOWN_VALUE, name, "is no ISO-8601 time such as 2026-10-05T06:12:00.000Z");
        }
        items.check(time.getEpochSecond(), in, name, time.toString());
        return time;
    }
}
