package io.otklik.jobs.engagement;

import io.otklik.schemas.ContentType;

import java.util.List;

/**
 * What the rows of a post tell of it.
 *
 * @param messageId the post's: the keys of all its blocks on the heap share this text
 * @param contentType null before it is told
 */
public record PostInfo(String messageId, ContentType contentType, List<String> hashtags) {

    /** A post of which nothing is told. */
    static PostInfo unknown(String messageId) {
        return new PostInfo(messageId, null, List.of());
    }
}
