-- Columns follow the record EngagementWindow. The key names the window, so that a window's versions meet
-- in one partition.
CREATE TABLE engagement ${on_cluster}
(
    window_id        String,
    size             LowCardinality(String),
    window_start     DateTime64(3, 'UTC'),
    window_end       DateTime64(3, 'UTC'),
    time_zone        LowCardinality(String),
    dimension        LowCardinality(String),
    dimension_id     String,
    dimension_name   String,
    platform         LowCardinality(String),
    community_id     String,
    agency_id        LowCardinality(String),
    municipality     LowCardinality(String),
    region           LowCardinality(String),
    registered       Bool,
    content_type     LowCardinality(String),
    hashtags         Array(String),
    posts            Int32,
    posts_text       Int32,
    posts_photo      Int32,
    posts_video      Int32,
    posts_clip       Int32,
    posts_poll       Int32,
    posts_other      Int32,
    comments         Int32,
    authors          Int32,
    views            Int64,
    likes            Int64,
    reposts          Int64,
    counted_comments Int64,
    comment_likes    Int64,
    subscribers      Nullable(Int64),
    er_by_views      Nullable(Float64),
    er_by_subs       Nullable(Float64),
    reach_rate       Nullable(Float64),
    late             Int32,
    version          Int64
)
ENGINE = ${engine_prefix}ReplacingMergeTree(version)
PARTITION BY toYYYYMM(window_start)
ORDER BY (size, dimension, dimension_id, window_start, time_zone)
COMMENT 'How alive posts, pages and their owners are in windows of a minute, 15 minutes, an hour and a day; one row per emission of a window';

-- All versions of a window lie in one partition, so that none is merged across. Ratios are shares of one.
CREATE VIEW v_engagement ${on_cluster} AS
SELECT
    window_id,
    size,
    window_start,
    window_end,
    time_zone,
    dimension,
    dimension_id,
    if(dimension_name = '', dimension_id, dimension_name) AS dimension_name,
    platform,
    community_id,
    agency_id,
    municipality,
    region,
    registered,
    content_type,
    hashtags,
    posts,
    posts_text,
    posts_photo,
    posts_video,
    posts_clip,
    posts_poll,
    posts_other,
    comments,
    authors,
    views,
    likes,
    reposts,
    counted_comments,
    greatest(comments, counted_comments) + likes + reposts AS interactions,
    comment_likes,
    subscribers,
    er_by_views,
    er_by_subs,
    reach_rate,
    version,
    late
FROM engagement FINAL
SETTINGS do_not_merge_across_partitions_select_final = 1
COMMENT 'Posts, comments, views, likes, reposts, authors and ratios by window and post, page, agency, platform or municipality';

-- A campaign is a hashtag; its figures are those of its posts. Authors do not add up over posts, so there are none.
CREATE VIEW v_campaign ${on_cluster} AS
SELECT
    arrayJoin(hashtags)                                                  AS hashtag,
    window_start,
    window_end,
    time_zone,
    region,
    platform,
    community_id,
    agency_id,
    municipality,
    dimension_id                                                         AS post_id,
    content_type,
    posts,
    comments,
    views,
    likes,
    reposts,
    counted_comments,
    greatest(comments, counted_comments) + likes + reposts               AS interactions
FROM engagement FINAL
WHERE size = 'DAY' AND dimension = 'POST' AND notEmpty(hashtags)
SETTINGS do_not_merge_across_partitions_select_final = 1
COMMENT 'Posts with hashtags and what they gained, by day';
