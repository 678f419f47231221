package io.otklik.jobs.engagement;

import io.otklik.schemas.ContentType;

import java.util.List;

/** What the rows of a post tell of it. */
public record PostInfo(ContentType contentType, List<String> hashtags) {

    static final PostInfo UNKNOWN = new PostInfo(null, List.of());
}
