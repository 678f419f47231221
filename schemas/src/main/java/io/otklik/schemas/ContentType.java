package io.otklik.schemas;

import java.util.List;
import java.util.Set;

/** What a post mainly is: the first of poll, clip, video and photo that it brings. */
public enum ContentType {
    /** No attachment at all. */
    TEXT,
    PHOTO,
    VIDEO,
    /** A short upright video. */
    CLIP,
    POLL,
    /** Only other attachments: a link, a document, a sound. */
    OTHER;

    private static final Set<String> PHOTOS =
            Set.of("photo", "posted_photo", "album", "live_photo");
    private static final Set<String> VIDEOS = Set.of("video", "animation", "video_note");

    /**
     * The type of a post with such attachments.
     *
     * @param attachments kinds, as {@link Message#attachments} names them
     */
    public static ContentType of(List<String> attachments) {
        if (attachments.isEmpty()) {
            return TEXT;
        }
        if (attachments.contains("poll")) {
            return POLL;
        }
        if (attachments.contains("clip")) {
            return CLIP;
        }
        if (attachments.stream().anyMatch(VIDEOS::contains)) {
            return VIDEO;
        }
        return attachments.stream().anyMatch(PHOTOS::contains) ? PHOTO : OTHER;
    }
}
