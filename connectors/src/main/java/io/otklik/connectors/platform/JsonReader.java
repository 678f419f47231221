package io.otklik.connectors.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.Json;
import io.otklik.schemas.MalformedPayloadException;

import java.io.IOException;
import java.util.Set;

/**
 * Reads JSON into {@link JsonObject}, {@link JsonArray}, {@link String}, {@link Long}, {@link
 * JsonNumber}, {@link Boolean} and {@link JsonMark}, within the bounds of {@link Json#MAPPER}. A
 * name that stands twice in an object is a fault: two readers could take different values.
 */
final class JsonReader {

    private static final JsonFactory FACTORY = Json.MAPPER.getFactory();

    /** What VK and Telegram send in bulk and no reader looks into: media, profiles, keyboards. */
    private static final Set<String> SKIPPED =
            Set.of(
                    "album",
                    "animation",
                    "article",
                    "audio",
                    "audio_playlist",
                    "checklist",
                    "clip",
                    "contact",
                    "copyright",
                    "doc",
                    "document",
                    "donut",
                    "event",
                    "external_reply",
                    "game",
                    "geo",
                    "giveaway",
                    "giveaway_winners",
                    "graffiti",
                    "groups",
                    "invoice",
                    "link",
                    "link_preview_options",
                    "live_photo",
                    "location",
                    "market",
                    "market_album",
                    "new_chat_photo",
                    "orig_photo",
                    "paid_media",
                    "photo",
                    "photos_list",
                    "pinned_message",
                    "podcast",
                    "poll",
                    "post_source",
                    "profiles",
                    "push_subscription",
                    "quote",
                    "reply_markup",
                    "rich_message",
                    "sizes",
                    "sticker",
                    "story",
                    "venue",
                    "video",
                    "video_note",
                    "video_playlist",
                    "voice");

    private JsonReader() {}

    static Object read(byte[] payload) throws MalformedPayloadException {
        try (JsonParser in = FACTORY.createParser(payload)) {
            try {
                if (in.nextToken() == null) {
                    throw new MalformedPayloadException(
                            DeadLetterReason.EMPTY, "The payload is white space.");
                }
                Object root = value(in, JsonPath.ROOT);
                if (in.nextToken() != null) {
                    throw new MalformedPayloadException(
                            DeadLetterReason.INVALID_JSON,
                            "Something follows the end of the JSON value at byte "
                                    + offset(in)
                                    + ".");
                }
                return root;
            } catch (IOException e) {
                throw malformed(e, in);
            }
        } catch (IOException e) {
            throw Json.malformed(e);
        }
    }

    private static Object value(JsonParser in, JsonPath path)
            throws IOException, MalformedPayloadException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in, path);
            case START_ARRAY -> array(in, path);
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT ->
                    in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? new JsonNumber(in.getText(), true)
                            : (Object) in.getLongValue();
            case VALUE_NUMBER_FLOAT -> new JsonNumber(in.getText(), false);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> JsonMark.NULL;
        };
    }

    private static JsonObject object(JsonParser in, JsonPath path)
            throws IOException, MalformedPayloadException {
        JsonObject object = new JsonObject(path);
        int start = path.name() == null ? offset(in) : -1;
        String name;
        while ((name = in.nextFieldName()) != null) {
            JsonToken token = in.nextToken();
            Object value;
            if (token.isStructStart()) {
                if (SKIPPED.contains(name)) {
                    in.skipChildren();
                    value = JsonMark.SKIPPED;
                } else {
                    value = value(in, path.member(name));
                }
            } else {
                value = value(in, null);
            }
            if (!object.add(name, value)) {
                throw new MalformedPayloadException(
                        DeadLetterReason.INVALID_JSON,
                        path.member(name) + ": the name stands twice");
            }
        }
        if (start >= 0) {
            object.place(start, offset(in) + 1);
        }
        return object;
    }

    private static JsonArray array(JsonParser in, JsonPath path)
            throws IOException, MalformedPayloadException {
        JsonArray array = new JsonArray(path);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            boolean structure = in.currentToken().isStructStart();
            array.values().add(value(in, structure ? path.element(array.values().size()) : null));
        }
        return array;
    }

    private static int offset(JsonParser in) {
        return (int) in.currentTokenLocation().getByteOffset();
    }

    private static MalformedPayloadException malformed(IOException e, JsonParser in) {
        MalformedPayloadException plain = Json.malformed(e);
        // A bare word may be a part of a secret or of a name.
        String sentence =
                plain.detail().replaceFirst("Unrecognized token '[^']*'", "Unrecognized token");
        return new MalformedPayloadException(
                plain.reason(),
                "%s (in %s, byte %d)"
                        .formatted(
                                sentence,
                                path(in.getParsingContext()),
                                in.currentLocation().getByteOffset()));
    }

    private static JsonPath path(JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return JsonPath.ROOT;
        }
        JsonPath parent = path(context.getParent());
        if (context.inArray()) {
            return parent.element(context.getCurrentIndex());
        }
        return context.getCurrentName() == null ? parent : parent.member(context.getCurrentName());
    }
}
