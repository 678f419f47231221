package io.otklik.schemas;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes {@link EngagementWindow}s as {@link JsonCodec} does, byte for byte, without making them: a
 * job writes three of them for each event that it reads, and what all rows of a post, page or slice
 * say alike is two thirds of each. Not safe for use by several threads.
 *
 * <p>A row is {@link #begin}, {@link #posts}, {@link #figures}, {@link #ratios} and {@link #end}.
 */
public final class EngagementWindowWriter {

    private static final byte[] WINDOW_ID = JsonBytes.literal("{\"windowId\":\"");
    private static final byte[] WINDOW_START = JsonBytes.literal(",\"windowStart\":");
    private static final byte[] WINDOW_END = JsonBytes.literal(",\"windowEnd\":");
    private static final byte[] TIME_ZONE = JsonBytes.literal(",\"timeZone\":");
    private static final byte[] POSTS = JsonBytes.literal(",\"posts\":");
    private static final byte[] POSTS_TEXT = JsonBytes.literal(",\"postsText\":");
    private static final byte[] POSTS_PHOTO = JsonBytes.literal(",\"postsPhoto\":");
    private static final byte[] POSTS_VIDEO = JsonBytes.literal(",\"postsVideo\":");
    private static final byte[] POSTS_CLIP = JsonBytes.literal(",\"postsClip\":");
    private static final byte[] POSTS_POLL = JsonBytes.literal(",\"postsPoll\":");
    private static final byte[] POSTS_OTHER = JsonBytes.literal(",\"postsOther\":");
    private static final byte[] NO_POSTS =
            JsonBytes.literal(
                    ",\"posts\":0,\"postsText\":0,\"postsPhoto\":0,\"postsVideo\":0,\"postsClip\":0,"
                            + "\"postsPoll\":0,\"postsOther\":0");
    private static final byte[] COMMENTS = JsonBytes.literal(",\"comments\":");
    private static final byte[] AUTHORS = JsonBytes.literal(",\"authors\":");
    private static final byte[] VIEWS = JsonBytes.literal(",\"views\":");
    private static final byte[] LIKES = JsonBytes.literal(",\"likes\":");
    private static final byte[] REPOSTS = JsonBytes.literal(",\"reposts\":");
    private static final byte[] COUNTED_COMMENTS = JsonBytes.literal(",\"countedComments\":");
    private static final byte[] COMMENT_LIKES = JsonBytes.literal(",\"commentLikes\":");
    private static final byte[] SUBSCRIBERS = JsonBytes.literal(",\"subscribers\":");
    private static final byte[] ER_BY_VIEWS = JsonBytes.literal(",\"erByViews\":");
    private static final byte[] ER_BY_SUBS = JsonBytes.literal(",\"erBySubs\":");
    private static final byte[] REACH_RATE = JsonBytes.literal(",\"reachRate\":");
    private static final byte[] LATE = JsonBytes.literal(",\"late\":");
    private static final byte[] VERSION = JsonBytes.literal(",\"version\":");
    private static final byte[] SEPARATOR = JsonBytes.literal("|");
    private static final byte[] END_OF_ID = JsonBytes.literal("\",\"size\":");
    private static final byte[] END = JsonBytes.literal("}");
    private static final byte[][] SIZES = names("", "|");
    private static final byte[][] QUOTED_SIZES = names("\"", "\"");

    private final JsonBytes json = new JsonBytes();

    private Subject subject;
    private EngagementSize size;
    private long start;
    private String zone;

    /** Where the window's id ends behind {@link #WINDOW_ID}. */
    private int endOfId;

    /** What all rows of one post, page, agency, platform or municipality say alike. */
    public static final class Subject {
        private final String id;
        private final byte[] idInJson;

        /** Whether JSON escapes nothing of the id: its bytes are those of the record's key. */
        private final boolean plain;

        private final byte[] members;

        /** The components of {@link EngagementWindow} by these names. */
        public Subject(
                EngagementDimension dimension,
                String dimensionId,
                String dimensionName,
                Platform platform,
                String communityId,
                String agencyId,
                String municipality,
                String region,
                boolean registered,
                ContentType contentType,
                List<String> hashtags) {
            JsonBytes json = new JsonBytes();
            id = dimension.name() + '|' + dimensionId;
            idInJson = json.insideText(id).take();
            plain = id.length() == idInJson.length;
            text("dimension", dimension.name(), json);
            text("dimensionId", dimensionId, json);
            text("dimensionName", dimensionName, json);
            text("platform", platform == null ? null : platform.name(), json);
            text("communityId", communityId, json);
            text("agencyId", agencyId, json);
            text("municipality", municipality, json);
            text("region", region, json);
            json.add(JsonBytes.literal(",\"registered\":" + registered));
            text("contentType", contentType == null ? null : contentType.name(), json);
            json.add(JsonBytes.literal(",\"hashtags\":["));
            for (int i = 0; i < hashtags.size(); i++) {
                json.add(JsonBytes.literal(i == 0 ? "" : ",")).text(hashtags.get(i));
            }
            json.add(JsonBytes.literal("]"));
            members = json.take();
        }

        private static void text(String name, String value, JsonBytes json) {
            if (value != null) {
                json.add(JsonBytes.literal(",\"" + name + "\":")).text(value);
            }
        }
    }

    /**
     * Begins the row of a window.
     *
     * @param windowStart epoch milliseconds, as {@code windowEnd}
     * @param windowZone of the page for a day, else UTC
     */
    public EngagementWindowWriter begin(
            Subject of,
            EngagementSize windowSize,
            long windowStart,
            long windowEnd,
            String windowZone) {
        subject = of;
        size = windowSize;
        start = windowStart;
        zone = windowZone;
        json.add(WINDOW_ID).add(SIZES[windowSize.ordinal()]).add(of.idInJson).add(SEPARATOR);
        json.number(windowStart);
        if (windowSize == EngagementSize.DAY) {
            json.add(SEPARATOR).insideText(windowZone);
        }
        endOfId = json.size();
        json.add(END_OF_ID).add(QUOTED_SIZES[windowSize.ordinal()]);
        json.add(WINDOW_START).time(windowStart).add(WINDOW_END).time(windowEnd);
        json.add(TIME_ZONE).text(windowZone).add(of.members);
        return this;
    }

    public EngagementWindowWriter posts(
            long text, long photo, long video, long clip, long poll, long other) {
        if ((text | photo | video | clip | poll | other) == 0) {
            json.add(NO_POSTS);
            return this;
        }
        json.add(POSTS).number(text + photo + video + clip + poll + other);
        json.add(POSTS_TEXT).number(text).add(POSTS_PHOTO).number(photo);
        json.add(POSTS_VIDEO).number(video).add(POSTS_CLIP).number(clip);
        json.add(POSTS_POLL).number(poll).add(POSTS_OTHER).number(other);
        return this;
    }

    public EngagementWindowWriter figures(
            long comments,
            int authors,
            long views,
            long likes,
            long reposts,
            long countedComments,
            long commentLikes) {
        json.add(COMMENTS).number(comments).add(AUTHORS).number(authors);
        json.add(VIEWS).number(views).add(LIKES).number(likes).add(REPOSTS).number(reposts);
        json.add(COUNTED_COMMENTS).number(countedComments);
        json.add(COMMENT_LIKES).number(commentLikes);
        return this;
    }

    /** Each may be null. */
    public EngagementWindowWriter ratios(
            Long subscribers, Double erByViews, Double erBySubs, Double reachRate) {
        if (subscribers != null) {
            json.add(SUBSCRIBERS).number(subscribers);
        }
        ratio(ER_BY_VIEWS, erByViews);
        ratio(ER_BY_SUBS, erBySubs);
        ratio(REACH_RATE, reachRate);
        return this;
    }

    /** The row that was begun; the next can begin. */
    public JsonRecord end(long late, long version) {
        json.add(LATE).number(late).add(VERSION).number(version).add(END);
        byte[] key = subject.plain ? json.copy(WINDOW_ID.length, endOfId) : key();
        return new JsonRecord(key, json.take(), start);
    }

    private byte[] key() {
        String id = size.name() + '|' + subject.id + '|' + start;
        return (size == EngagementSize.DAY ? id + '|' + zone : id).getBytes(StandardCharsets.UTF_8);
    }

    private void ratio(byte[] name, Double value) {
        if (value != null) {
            json.add(name).number(value);
        }
    }

    private static byte[][] names(String before, String behind) {
        EngagementSize[] sizes = EngagementSize.values();
        byte[][] names = new byte[sizes.length][];
        for (EngagementSize size : sizes) {
            names[size.ordinal()] = JsonBytes.literal(before + size.name() + behind);
        }
        return names;
    }
}
