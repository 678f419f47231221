package io.otklik.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.connectors.platform.MessagePayloadParser;
import io.otklik.connectors.platform.PayloadParser;
import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.connectors.platform.Pseudonymizer;
import io.otklik.connectors.platform.TelegramPayloadParser;
import io.otklik.connectors.platform.VkPayloadParser;
import io.otklik.schemas.Audience;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Topic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the replayed payloads are, and so to which topic they go and what their keys are. */
public enum ReplayFormat {
    VK(Topic.RAW_VK, "VK event") {
        @Override
        Predicate<byte[]> reader() {
            return parsed(VkPayloadParser::new);
        }

        @Override
        String key(JsonNode payload) {
            return VkKey.of(payload);
        }
    },
    TELEGRAM(Topic.RAW_TELEGRAM, "Telegram update") {
        @Override
        Predicate<byte[]> reader() {
            return parsed(TelegramPayloadParser::new);
        }

        @Override
        String key(JsonNode payload) {
            return TelegramKey.of(payload);
        }
    },
    OK(Topic.RAW_OK, "payload of OK") {
        @Override
        String key(JsonNode payload) {
            return null;
        }
    },
    MAX(Topic.RAW_MAX, "payload of MAX") {
        @Override
        String key(JsonNode payload) {
            return null;
        }
    },
    /** Otklik's own JSON lines. */
    MESSAGE(Topic.RAW_MESSAGE, "message of Otklik's own form") {
        @Override
        Predicate<byte[]> reader() {
            return parsed(MessagePayloadParser::new);
        }

        @Override
        String key(JsonNode payload) {
            JsonNode thread = payload.path("threadId");
            return thread.isTextual() ? thread.textValue() : null;
        }
    },
    /**
     * Otklik's own JSON lines of how many followed pages, as a centre has them of earlier years.
     */
    AUDIENCE(Topic.AUDIENCE, "record of an audience") {
        @Override
        Predicate<byte[]> reader() {
            JsonCodec<Audience> codec = JsonCodec.of(Audience.class);
            return payload -> {
                try {
                    codec.decode(payload);
                    return true;
                } catch (MalformedPayloadException e) {
                    return false;
                }
            };
        }

        @Override
        String key(JsonNode payload) {
            JsonNode page = payload.path("communityId");
            return page.isTextual() ? page.textValue() : null;
        }
    };

    /** What is hashed here is thrown away: any key does. */
    private static final byte[] ANY_KEY = new byte[32];

    private final Topic topic;
    private final String payloadName;

    ReplayFormat(Topic topic, String payloadName) {
        this.topic = topic;
        this.payloadName = payloadName;
    }

    /** What one payload is, for a sentence. */
    String payloadName() {
        return payloadName;
    }

    /**
     * Whether the job that takes a payload can read something of it. Of a platform without a reader
     * nothing is known, and all may be right.
     */
    Predicate<byte[]> reader() {
        return payload -> true;
    }

    /** What the job passes over on purpose is of the right form, too. */
    private static Predicate<byte[]> parsed(Function<Pseudonymizer, PayloadParser> make) {
        PayloadParser parser = make.apply(new Pseudonymizer(ANY_KEY));
        return payload -> {
            List<PlatformEvent> events = new ArrayList<>();
            parser.parse(payload, Instant.now(), events::add);
            return events.stream()
                    .anyMatch(
                            event ->
                                    event.rejection() == null
                                            || event.rejection().reason()
                                                    == DeadLetterReason.IGNORED_EVENT);
        };
    }

    /** The topic of the payloads. */
    public Topic topic() {
        return topic;
    }

    /**
     * A key that keeps the payloads of one thread, or page, in one partition, in their order; null
     * if the payload names none.
     */
    abstract String key(JsonNode payload);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
