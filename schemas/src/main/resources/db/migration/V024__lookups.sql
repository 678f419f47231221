-- A list of posts asks for each by its key, and a key meets a granule in every part. All changes of a message have its
-- thread in common, so an index that leaves out granules without that thread leaves out no change.
ALTER TABLE message ${on_cluster}
    ADD INDEX by_thread thread_id TYPE bloom_filter(0.001) GRANULARITY 1;

ALTER TABLE message ${on_cluster}
    MATERIALIZE INDEX by_thread;

-- Views are counted for the messages that carry a story, by the key of their counters: not for all that were ever written.
DROP VIEW v_spread ${on_cluster};

CREATE VIEW v_spread ${on_cluster} AS
SELECT
    c.story_id                                              AS story_id,
    c.claim_id                                              AS claim_id,
    toStartOfInterval(c.published_at, INTERVAL 15 MINUTE)   AS window_start,
    multiIf(c.stance = 'REFUTATION', 'REFUTATION', c.stance = 'QUESTION', 'QUESTION', 'STORY') AS kind,
    c.platform                                              AS platform,
    c.community_id                                          AS community_id,
    p.municipality                                          AS municipality,
    p.region                                                AS region,
    count()                                                 AS copies,
    sum(v.views)                                            AS views
FROM copy AS c FINAL
LEFT ANY JOIN (SELECT community_id, municipality, region FROM community FINAL) AS p ON p.community_id = c.community_id
LEFT ANY JOIN
(
    SELECT message_id, max(views) AS views
    FROM counter
    WHERE kind = 'SNAPSHOT' AND (community_id, message_id) IN (SELECT community_id, message_id FROM copy)
    GROUP BY message_id
) AS v ON v.message_id = c.message_id
GROUP BY story_id, claim_id, window_start, kind, platform, community_id, municipality, region
COMMENT 'Copies of a story, questions and refutations in 15 minutes of their publication, a row per page; views as they are now';

DROP VIEW v_story_reach ${on_cluster};

CREATE VIEW v_story_reach ${on_cluster} AS
SELECT
    s.suspicion_id                                                             AS suspicion_id,
    s.claim_id                                                                 AS claim_id,
    countIf(c.stance != 'REFUTATION' AND c.stance != 'QUESTION')               AS copies,
    countIf(c.stance != 'REFUTATION' AND c.stance != 'QUESTION' AND (s.refuted_at IS NULL OR c.published_at <= s.refuted_at)) AS copies_before,
    copies - copies_before                                                     AS copies_after,
    sumIf(v.views, c.stance != 'REFUTATION' AND c.stance != 'QUESTION')        AS story_views,
    sumIf(v.views, c.stance != 'REFUTATION' AND c.stance != 'QUESTION' AND (s.refuted_at IS NULL OR c.published_at <= s.refuted_at)) AS story_views_before,
    sumIf(v.views, c.stance = 'REFUTATION')                                    AS refutation_views,
    if(story_views = 0, NULL, refutation_views / story_views)                  AS refutation_share
FROM (SELECT suspicion_id, claim_id, refuted_at FROM suspicion FINAL WHERE NOT retracted AND merged_into = '') AS s
INNER JOIN (SELECT * FROM copy FINAL) AS c ON c.story_id = s.suspicion_id
LEFT ANY JOIN
(
    SELECT message_id, max(views) AS views
    FROM counter
    WHERE kind = 'SNAPSHOT' AND (community_id, message_id) IN (SELECT community_id, message_id FROM copy)
    GROUP BY message_id
) AS v ON v.message_id = c.message_id
GROUP BY suspicion_id, claim_id
COMMENT 'Copies and views of a story before and after its refutation, and views of the refutation divided by those of the story';
