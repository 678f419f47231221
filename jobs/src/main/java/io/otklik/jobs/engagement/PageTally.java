package io.otklik.jobs.engagement;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a block of a page, and the same block of its posts, is yet to gain. */
final class PageTally {

    private final WindowKey key;
    private final long end;
    private final Tally page;
    private final Map<String, Tally> posts = new LinkedHashMap<>();

    PageTally(WindowKey key, boolean closed) {
        this.key = key;
        this.end = key.end();
        this.page = closed ? null : Tally.of(key.size());
    }

    boolean isClosed() {
        return page == null;
    }

    boolean holds(long at) {
        return at >= key.start() && at < end;
    }

    void add(String post, byte[] sums) {
        page.add(sums);
        Tally ofPost = posts.get(post);
        if (ofPost == null) {
            ofPost = Tally.of(key.size());
            posts.put(post, ofPost);
        }
        ofPost.add(sums);
    }

    WindowKey key() {
        return key;
    }

    /** Null if the block is closed. */
    Tally page() {
        return page;
    }

    /** By the posts' ids. */
    Map<String, Tally> posts() {
        return posts;
    }
}
