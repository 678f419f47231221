package io.otklik.jobs.engagement;

import org.apache.flink.api.common.state.MapState;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is known of a page's posts while its rows are made: each is looked for once. */
final class PagePosts {

    private final MapState<String, PostInfo> state;
    private final Map<String, PostInfo> read = new HashMap<>();
    private final Set<String> retold = new HashSet<>();

    PagePosts(MapState<String, PostInfo> state) {
        this.state = state;
    }

    /** Keeps what a gain tells of its post; gives the post's id as state holds it. */
    String tell(PageGain gain) throws Exception {
        PostInfo known = read(gain.post());
        boolean isNew = known == null;
        if (isNew) {
            known = PostInfo.unknown(gain.post());
        }
        PostInfo told =
                gain.contentType() == null
                        ? known
                        : new PostInfo(known.messageId(), gain.contentType(), gain.hashtags());
        if (isNew || !told.equals(known)) {
            state.put(told.messageId(), told);
            read.put(told.messageId(), told);
            if (!isNew) {
                retold.add(told.messageId());
            }
        }
        return told.messageId();
    }

    /** The posts of which something else was told than before. */
    Set<String> retold() {
        return retold;
    }

    PostInfo info(String post) throws Exception {
        PostInfo known = read(post);
        return known == null ? PostInfo.unknown(post) : known;
    }

    private PostInfo read(String post) throws Exception {
        PostInfo known = read.get(post);
        if (known == null) {
            known = state.get(post);
            if (known != null) {
                read.put(known.messageId(), known);
            }
        }
        return known;
    }
}
