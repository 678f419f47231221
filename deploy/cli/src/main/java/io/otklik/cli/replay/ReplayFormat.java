package io.otklik.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.schemas.Topic;

import java.util.Locale;

/** What the replayed payloads are, and so to which topic they go and what their keys are. */
public enum ReplayFormat {
    VK(Topic.RAW_VK) {
        @Override
        String key(JsonNode payload) {
            return VkKey.of(payload);
        }
    },
    TELEGRAM(Topic.RAW_TELEGRAM) {
        @Override
        String key(JsonNode payload) {
            return TelegramKey.of(payload);
        }
    },
    OK(Topic.RAW_OK) {
        @Override
        String key(JsonNode payload) {
            return null;
        }
    },
    MAX(Topic.RAW_MAX) {
        @Override
        String key(JsonNode payload) {
            return null;
        }
    },
    /** Otklik's own JSON lines. */
    MESSAGE(Topic.RAW_MESSAGE) {
        @Override
        String key(JsonNode payload) {
            JsonNode thread = payload.path("threadId");
            return thread.isTextual() ? thread.textValue() : null;
        }
    },
    /**
     * Otklik's own JSON lines of how many followed pages, as a centre has them of earlier years.
     */
    AUDIENCE(Topic.AUDIENCE) {
        @Override
        String key(JsonNode payload) {
            JsonNode page = payload.path("communityId");
            return page.isTextual() ? page.textValue() : null;
        }
    };

    private final Topic topic;

    ReplayFormat(Topic topic) {
        this.topic = topic;
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
