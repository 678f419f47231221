package io.otklik.connectors.platform;

import io.otklik.schemas.DeadLetter;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Makes a payload fit to be kept as a dead letter: ids and names of persons, secrets, phones,
 * e-mails and cards are masked, invalid UTF-8 is replaced, and the rest is cut at {@link
 * DeadLetter#PAYLOAD_LIMIT} bytes on a character's border.
 *
 * <p>It looks for {@code "name": value} by pattern, for the payload is broken as a rule: a quote
 * may be missing, the end may be cut off; so a text that holds such a pattern loses it too. Escaped
 * characters are written out first: digits of an escape before a number would hide the number.
 */
public final class PayloadRedactor {

    private static final String MASK = "\"…\"";

    /** Masking shortens a payload a little; what lies further back would be cut anyway. */
    private static final int LOOKED_AT = 4 * DeadLetter.PAYLOAD_LIMIT;

    /** Values that name a person whatever they look like. */
    private static final Set<String> PERSONAL =
            Set.of(
                    "secret",
                    "access_key",
                    "access_token",
                    "first_name",
                    "last_name",
                    "username",
                    "screen_name",
                    "phone_number",
                    "vcard",
                    "author_signature",
                    "signature",
                    "authorId",
                    "replyToAuthorId",
                    "actorId");

    /** Ids that name a person when positive, a page when negative. */
    private static final Set<String> PERSON_IDS =
            Set.of(
                    "from_id",
                    "user_id",
                    "liker_id",
                    "deleter_id",
                    "reply_to_user",
                    "signer_id",
                    "admin_id",
                    "created_by",
                    "author_id",
                    "owner_id",
                    "post_owner_id",
                    "object_owner_id",
                    "photo_owner_id",
                    "video_owner_id",
                    "to_id",
                    "peer_id",
                    "reacted_id",
                    "chat_id",
                    "user_chat_id",
                    "sender_user_id",
                    "post_author_id");

    /** Objects about a person: everything in them is masked. */
    private static final Set<String> PERSONS =
            Set.of(
                    "from",
                    "user",
                    "sender_user",
                    "profiles",
                    "contact",
                    "new_chat_members",
                    "new_chat_member",
                    "left_chat_member",
                    "via_bot",
                    "guest_bot_caller_user");

    private static final int ESCAPE = 6;

    private final String text;
    private final StringBuilder out;
    private int copied;

    private PayloadRedactor(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /** The bytes from {@code start} to {@code end}, fit to be kept. */
    public static String redact(byte[] payload, int start, int end) {
        int length = Math.min(end - start, LOOKED_AT);
        String text = unescape(new String(payload, start, length, StandardCharsets.UTF_8));
        return cut(TextMasker.mask(new PayloadRedactor(text).members()));
    }

    private String members() {
        int i = 0;
        while (i < text.length()) {
            if (!nameChar(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && nameChar(text.charAt(end))) {
                end++;
            }
            int value = valueAfter(end);
            i = value < 0 ? end : member(text.substring(i, end), value);
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** Where the value of a name that ends at {@code end} starts; -1 if no colon follows. */
    private int valueAfter(int end) {
        int i = end;
        while (i < text.length() && (blank(text.charAt(i)) || text.charAt(i) == '"')) {
            i++;
        }
        if (i == text.length() || text.charAt(i) != ':') {
            return -1;
        }
        i++;
        while (i < text.length() && blank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int member(String name, int value) {
        boolean structure =
                value < text.length() && (text.charAt(value) == '{' || text.charAt(value) == '[');
        if (PERSONS.contains(name)) {
            return replace(value, structure ? structureEnd(value) : scalarEnd(value));
        }
        if (structure) {
            return name.equals("chat") ? privateChat(value) : value;
        }
        boolean negative = value < text.length() && text.charAt(value) == '-';
        boolean pseudonym = text.startsWith("\"p:", value);
        if (PERSONAL.contains(name) && !pseudonym || PERSON_IDS.contains(name) && !negative) {
            return replace(value, scalarEnd(value));
        }
        return value;
    }

    /** A chat that is neither a channel nor a group is a talk with one person. */
    private int privateChat(int value) {
        int end = structureEnd(value);
        String chat = text.substring(value, end);
        boolean shared = chat.contains("channel\"") || chat.contains("group\"");
        return shared ? value : replace(value, end);
    }

    private int replace(int from, int to) {
        out.append(text, copied, from).append(MASK);
        copied = to;
        return to;
    }

    private int scalarEnd(int from) {
        if (from < text.length() && text.charAt(from) == '"') {
            return stringEnd(from);
        }
        int i = from;
        while (i < text.length() && ",}]\n".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private int stringEnd(int quote) {
        int i = quote + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), i + 1);
    }

    private int structureEnd(int from) {
        int depth = 0;
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                i = stringEnd(i);
                continue;
            }
            if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return i + 1;
            }
            i++;
        }
        return text.length();
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean nameChar(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || Digits.is(c);
    }

    private static String unescape(String json) {
        int at = json.indexOf("\\u");
        if (at < 0) {
            return json;
        }
        StringBuilder out = new StringBuilder(json.length());
        int copied = 0;
        while (at >= 0) {
            int c = hex(json, at + 2);
            // What would end the string, or is no character, stays an escape.
            if (c == 0 || c >= ' ' && c != '"' && c != '\\') {
                out.append(json, copied, at);
                if (c > 0) {
                    out.append((char) c);
                }
                copied = at + ESCAPE;
            }
            at = json.indexOf("\\u", Math.max(at + 2, copied));
        }
        return out.append(json, copied, json.length()).toString();
    }

    private static int hex(String json, int from) {
        if (from + 4 > json.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(json.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /** Cuts at the limit; {@code text} holds no half pairs, so each character is 1 to 4 bytes. */
    private static String cut(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > DeadLetter.PAYLOAD_LIMIT) {
                return text.substring(0, i);
            }
            i += Character.charCount(c);
        }
        return text;
    }
}
