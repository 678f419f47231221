-- A denial is a text of its own, and mostly a story of its own. `stories` names every suspicion that a row belongs to: a copy to
-- its story, a refutation also to those whose claim it denies within their time, or to which a person linked it. So it
-- is seen beside the chosen story, and counted once where all are shown.
DROP VIEW v_spread ${on_cluster};

CREATE VIEW v_spread ${on_cluster} AS
WITH
    standing AS
    (
        SELECT suspicion_id, claim_id, first_at, last_at, refuted_at, refutation_id
        FROM suspicion FINAL
        WHERE NOT retracted AND merged_into = ''
    ),
    denied AS
    (
        SELECT message_id, groupArray(suspicion_id) AS stories
        FROM
        (
            SELECT d.message_id AS message_id, s.suspicion_id AS suspicion_id
            FROM standing AS s
            INNER JOIN (SELECT message_id, claim_id, published_at FROM copy FINAL WHERE stance = 'REFUTATION') AS d
                ON d.claim_id = s.claim_id
            WHERE s.claim_id != '' AND d.published_at >= s.first_at AND d.published_at <= s.last_at + INTERVAL 14 DAY
            UNION DISTINCT
            SELECT refutation_id, suspicion_id FROM standing WHERE refutation_id != ''
        )
        GROUP BY message_id
    ),
    told AS
    (
        SELECT message_id, story_id, claim_id, stance, platform, community_id, published_at FROM copy FINAL
        UNION ALL
        -- What a person linked need not have been read as a copy of anything.
        SELECT
            refutation_id, argMin(suspicion_id, first_at), argMin(claim_id, first_at), toLowCardinality('REFUTATION'),
            toLowCardinality(upper(splitByChar(':', refutation_id)[1])), toLowCardinality(splitByChar('_', refutation_id)[1]),
            assumeNotNull(min(refuted_at))
        FROM standing
        WHERE refutation_id != '' AND refuted_at IS NOT NULL AND refutation_id NOT IN (SELECT message_id FROM copy)
        GROUP BY refutation_id
    )
SELECT
    c.story_id                                              AS story_id,
    c.claim_id                                              AS claim_id,
    toStartOfInterval(c.published_at, INTERVAL 15 MINUTE)   AS window_start,
    multiIf(c.stance = 'REFUTATION' OR d.message_id != '', 'REFUTATION', c.stance = 'QUESTION', 'QUESTION', 'STORY') AS kind,
    c.platform                                              AS platform,
    c.community_id                                          AS community_id,
    p.municipality                                          AS municipality,
    p.region                                                AS region,
    arraySort(arrayDistinct(arrayPushBack(d.stories, c.story_id))) AS stories,
    count()                                                 AS copies,
    sum(v.views)                                            AS views
FROM told AS c
LEFT ANY JOIN denied AS d ON d.message_id = c.message_id
LEFT ANY JOIN (SELECT community_id, municipality, region FROM community FINAL) AS p ON p.community_id = c.community_id
LEFT ANY JOIN
(
    SELECT message_id, max(views) AS views
    FROM counter
    WHERE kind = 'SNAPSHOT' AND (community_id, message_id) IN
    (
        SELECT community_id, message_id FROM copy
        UNION ALL
        SELECT splitByChar('_', refutation_id)[1], refutation_id FROM suspicion WHERE refutation_id != ''
    )
    GROUP BY message_id
) AS v ON v.message_id = c.message_id
GROUP BY story_id, claim_id, window_start, kind, platform, community_id, municipality, region, stories
COMMENT 'Copies of stories, questions and refutations in 15 minutes of their publication, a row per page; views as they are now. A story with its refutations: has(stories, …)';
