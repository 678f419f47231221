package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/**
 * That a message carries a story, on the compacted topic {@code copy}, keyed by {@code messageId}.
 * Sent again when the message's story turns out to be part of another. Names no author.
 *
 * @param storyId the story's first message
 * @param textId of the message's words whatever their order, hexadecimal: exact copies share it
 * @param official whether a page that answers for itself wrote it
 * @param claimId the known claim that it repeats; null if none
 * @param version the highest is current: microseconds of processing time at which the message was
 *     assigned to the story, plus how often it was sent again for that since
 */
public record Copy(
        @JsonProperty(required = true) String messageId,
        @JsonProperty(required = true) String storyId,
        @JsonProperty(required = true) String textId,
        @JsonProperty(required = true) Platform platform,
        @JsonProperty(required = true) String communityId,
        @JsonProperty(required = true) MessageType type,
        @JsonProperty(required = true) CopyStance stance,
        boolean official,
        String claimId,
        String url,
        @JsonProperty(required = true) Instant publishedAt,
        long version) {

    public Copy {
        Contract.require("messageId", messageId);
        Contract.require("storyId", storyId);
        Contract.require("textId", textId);
        Contract.require("platform", platform);
        Contract.require("communityId", communityId);
        Contract.require("type", type);
        Contract.require("stance", stance);
        Contract.require("publishedAt", publishedAt);
    }
}
