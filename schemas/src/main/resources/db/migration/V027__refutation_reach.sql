-- A denial is a text of its own, and mostly a story of its own: it belongs to a suspicion by the claim that both are about, or
-- because a person linked it. Before, only a denial that was a copy of the story itself counted.
DROP VIEW v_story_reach ${on_cluster};

CREATE VIEW v_story_reach ${on_cluster} AS
WITH
    standing AS
    (
        SELECT suspicion_id, claim_id, first_at, last_at, refuted_at, refutation_id
        FROM suspicion FINAL
        WHERE NOT retracted AND merged_into = ''
    ),
    denials AS
    (
        SELECT story_id, claim_id, message_id, published_at FROM copy FINAL WHERE stance = 'REFUTATION'
    ),
    parts AS
    (
        SELECT
            s.suspicion_id AS suspicion_id,
            s.claim_id     AS claim_id,
            c.message_id   AS message_id,
            multiIf(c.stance = 'QUESTION', 'QUESTION', s.refuted_at IS NULL OR c.published_at <= s.refuted_at, 'BEFORE', 'AFTER') AS part
        FROM standing AS s
        INNER JOIN (SELECT * FROM copy FINAL WHERE stance != 'REFUTATION') AS c ON c.story_id = s.suspicion_id
        UNION DISTINCT
        SELECT s.suspicion_id, s.claim_id, d.message_id, 'REFUTATION'
        FROM standing AS s
        INNER JOIN denials AS d ON d.story_id = s.suspicion_id
        UNION DISTINCT
        SELECT s.suspicion_id, s.claim_id, d.message_id, 'REFUTATION'
        FROM standing AS s
        INNER JOIN denials AS d ON d.claim_id = s.claim_id
        WHERE s.claim_id != '' AND d.published_at >= s.first_at AND d.published_at <= s.last_at + INTERVAL 14 DAY
        UNION DISTINCT
        SELECT suspicion_id, claim_id, refutation_id, 'REFUTATION' FROM standing WHERE refutation_id != ''
    )
SELECT
    p.suspicion_id                                            AS suspicion_id,
    p.claim_id                                                AS claim_id,
    countIf(p.part IN ('BEFORE', 'AFTER'))                    AS copies,
    countIf(p.part = 'BEFORE')                                AS copies_before,
    copies - copies_before                                    AS copies_after,
    sumIf(v.views, p.part IN ('BEFORE', 'AFTER'))             AS story_views,
    sumIf(v.views, p.part = 'BEFORE')                         AS story_views_before,
    sumIf(v.views, p.part = 'REFUTATION')                     AS refutation_views,
    if(story_views = 0, NULL, refutation_views / story_views) AS refutation_share
FROM parts AS p
LEFT ANY JOIN
(
    -- A page's id opens the ids of its messages: what a person linked is looked for by the key too.
    SELECT message_id, max(views) AS views
    FROM counter
    WHERE kind = 'SNAPSHOT' AND (community_id, message_id) IN
    (
        SELECT community_id, message_id FROM copy
        UNION ALL
        SELECT splitByChar('_', refutation_id)[1], refutation_id FROM suspicion WHERE refutation_id != ''
    )
    GROUP BY message_id
) AS v ON v.message_id = p.message_id
GROUP BY suspicion_id, claim_id
COMMENT 'Copies and views of a story before and after its refutation, and views of the refutations of its claim divided by those of the story';
