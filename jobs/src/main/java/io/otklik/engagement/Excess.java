package io.otklik.engagement;

import java.time.Duration;

/**
 * Reactions beyond what is usual.
 *
 * @param length of the window that they were counted in
 * @param count of them
 * @param usual in such a window at that hour of the week
 * @param post that got most of them; null if no single one did
 */
public record Excess(Duration length, long count, double usual, String post) {

    /** What it is about: that post, else the page. */
    public String subject(String page) {
        return post == null ? page : post;
    }
}
