-- Columns follow the records Claim, Verdict, Suspicion and Copy. Claims, verdicts and suspicions are few: no partitions.
CREATE TABLE claim ${on_cluster}
(
    claim_id         String,
    text             String,
    variants         Array(String),
    claim_date       Nullable(DateTime64(3, 'UTC')),
    author           String,
    location         String,
    first_appearance String,
    appearances      Array(String),
    sources          Array(String),
    rating           LowCardinality(String),
    rated_at         Nullable(DateTime64(3, 'UTC')),
    rated_by         String,
    rating_reason    String,
    review_url       String,
    refuted_at       Nullable(DateTime64(3, 'UTC')),
    suspicion_id     String,
    updated_at       DateTime64(3, 'UTC')
)
ENGINE = ${engine_prefix}ReplacingMergeTree(updated_at)
ORDER BY claim_id
COMMENT 'Claims that people check or have checked, one row per import or step';

CREATE TABLE verdict ${on_cluster}
(
    verdict_id   String,
    claim_id     String,
    suspicion_id String,
    step         LowCardinality(String),
    rating       LowCardinality(String),
    actor        String,
    reason       String,
    message_id   String,
    url          String,
    at           DateTime64(3, 'UTC')
)
ENGINE = ${engine_prefix}ReplacingMergeTree
ORDER BY (claim_id, at, verdict_id)
COMMENT 'What people did about claims: who, when, why';

CREATE TABLE suspicion ${on_cluster}
(
    suspicion_id   String,
    status         LowCardinality(String),
    score          Float64,
    signals        Array(Tuple(id String, weight Float64, detail String)),
    claim_id       String,
    claim_score    Nullable(Float64),
    claim_sure     Bool,
    claim_words    Array(String),
    community_id   LowCardinality(String),
    platform       LowCardinality(String),
    url            String,
    text           String CODEC(ZSTD(3)) TTL stored_at + INTERVAL ${text_ttl_months} MONTH,
    first_at       DateTime64(3, 'UTC'),
    last_at        DateTime64(3, 'UTC'),
    copies         Int32,
    pages          Int32,
    burst          Int32,
    burst_at       Nullable(DateTime64(3, 'UTC')),
    usual          Float64,
    questions      Int32,
    refutations    Int32,
    registered_at  Nullable(DateTime64(3, 'UTC')),
    rating         LowCardinality(String),
    rated_at       Nullable(DateTime64(3, 'UTC')),
    rated_by       String,
    rating_reason  String,
    due_at         DateTime64(3, 'UTC'),
    refuted_at     Nullable(DateTime64(3, 'UTC')),
    refutation_id  String,
    refutation_url String,
    in_time        Nullable(Bool),
    copies_after   Int32,
    resurfaced     Bool,
    closed_at      Nullable(DateTime64(3, 'UTC')),
    merged_into    String,
    updated_at     DateTime64(3, 'UTC'),
    retracted      Bool,
    version        Int64,
    stored_at      DateTime DEFAULT now('UTC')
)
ENGINE = ${engine_prefix}ReplacingMergeTree(version)
ORDER BY suspicion_id
COMMENT 'Stories that should be checked, one row per state: reasons to check, never verdicts';

-- No partitions: a late fact may correct the time, and all versions of a row must meet in one part.
CREATE TABLE copy ${on_cluster}
(
    message_id   String,
    story_id     String,
    text_id      String,
    platform     LowCardinality(String),
    community_id LowCardinality(String),
    type         LowCardinality(String),
    stance       LowCardinality(String),
    official     Bool,
    claim_id     String,
    url          String,
    published_at DateTime64(3, 'UTC'),
    version      Int64
)
ENGINE = ${engine_prefix}ReplacingMergeTree(version)
ORDER BY message_id
COMMENT 'Messages that carry a story that others carry too, or a claim; names no author';

CREATE VIEW v_verdict ${on_cluster} AS
SELECT verdict_id, claim_id, suspicion_id, step, rating, actor, reason, message_id, url, at
FROM verdict FINAL
COMMENT 'History of claims: every step a person took, with who and why';

CREATE VIEW v_copy ${on_cluster} AS
SELECT message_id, story_id, text_id, platform, community_id, type, stance, official, claim_id, url, published_at
FROM copy FINAL
COMMENT 'Messages that carry a story, by their latest place; names no author';

CREATE VIEW v_suspicion ${on_cluster} AS
SELECT
    s.suspicion_id                                          AS suspicion_id,
    s.status                                                AS status,
    s.score                                                 AS score,
    arrayMap(signal -> signal.id, s.signals)                AS reasons,
    s.signals                                               AS signals,
    s.claim_id                                              AS claim_id,
    k.text                                                  AS claim_text,
    s.claim_score                                           AS claim_score,
    s.claim_sure                                            AS claim_sure,
    s.claim_words                                           AS claim_words,
    s.community_id                                          AS community_id,
    c.name                                                  AS community_name,
    c.agency_id                                             AS agency_id,
    c.municipality                                          AS municipality,
    c.region                                                AS region,
    s.platform                                              AS platform,
    s.url                                                   AS url,
    s.text                                                  AS text,
    s.first_at                                              AS first_at,
    s.last_at                                               AS last_at,
    s.copies                                                AS copies,
    s.pages                                                 AS pages,
    s.burst                                                 AS burst,
    s.burst_at                                              AS burst_at,
    s.usual                                                 AS usual,
    s.questions                                             AS questions,
    s.refutations                                           AS refutations,
    s.registered_at                                         AS registered_at,
    s.rating                                                AS rating,
    s.rated_at                                              AS rated_at,
    s.rated_by                                              AS rated_by,
    s.rating_reason                                         AS rating_reason,
    s.due_at                                                AS due_at,
    s.refuted_at                                            AS refuted_at,
    s.refutation_id                                         AS refutation_id,
    s.refutation_url                                        AS refutation_url,
    s.in_time                                               AS in_time,
    s.copies_after                                          AS copies_after,
    s.resurfaced                                            AS resurfaced,
    s.closed_at                                             AS closed_at,
    dateDiff('second', s.first_at, s.registered_at)         AS seconds_to_registered,
    dateDiff('second', s.first_at, s.rated_at)              AS seconds_to_verdict,
    dateDiff('second', s.first_at, s.refuted_at)            AS seconds_to_refutation,
    s.updated_at                                            AS updated_at
FROM suspicion AS s FINAL
LEFT ANY JOIN (SELECT community_id, name, agency_id, municipality, region FROM community FINAL) AS c ON c.community_id = s.community_id
LEFT ANY JOIN (SELECT claim_id, text FROM claim FINAL) AS k ON k.claim_id = s.claim_id
WHERE NOT s.retracted AND s.merged_into = ''
COMMENT 'Stories to be checked as they stand: score and reasons, spread, who did what and when; seconds from the first copy';

CREATE VIEW v_claim ${on_cluster} AS
SELECT
    k.claim_id           AS claim_id,
    k.text               AS text,
    k.variants           AS variants,
    k.claim_date         AS claim_date,
    k.author             AS author,
    k.location           AS location,
    k.first_appearance   AS first_appearance,
    k.rating             AS rating,
    k.rated_at           AS rated_at,
    k.rated_by           AS rated_by,
    k.rating_reason      AS rating_reason,
    k.review_url         AS review_url,
    k.refuted_at         AS refuted_at,
    s.stories            AS stories,
    s.resurfacings       AS resurfacings,
    s.copies             AS copies,
    s.first_at           AS first_at,
    s.last_at            AS last_at,
    k.updated_at         AS updated_at
FROM claim AS k FINAL
LEFT ANY JOIN
(
    SELECT
        claim_id,
        count()             AS stories,
        countIf(resurfaced) AS resurfacings,
        sum(copies)         AS copies,
        min(first_at)       AS first_at,
        max(last_at)        AS last_at
    FROM suspicion FINAL
    WHERE NOT retracted AND merged_into = '' AND claim_id != ''
    GROUP BY claim_id
) AS s ON s.claim_id = k.claim_id
COMMENT 'Claims with their verdicts and how often they came back; first_at and last_at mean nothing where stories = 0';

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
    SELECT message_id, max(views) AS views FROM counter WHERE kind = 'SNAPSHOT' GROUP BY message_id
) AS v ON v.message_id = c.message_id
GROUP BY story_id, claim_id, window_start, kind, platform, community_id, municipality, region
COMMENT 'Copies of a story, questions and refutations in 15 minutes of their publication, a row per page; views as they are now';

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
    SELECT message_id, max(views) AS views FROM counter WHERE kind = 'SNAPSHOT' GROUP BY message_id
) AS v ON v.message_id = c.message_id
GROUP BY suspicion_id, claim_id
COMMENT 'Copies and views of a story before and after its refutation, and views of the refutation divided by those of the story';

CREATE VIEW v_suspicion_precision ${on_cluster} AS
SELECT
    count()                                                       AS suspicions,
    countIf(rating != '')                                         AS reviewed,
    countIf(rating IN ('FAKE', 'MISLEADING'))                     AS confirmed,
    countIf(rating IN ('TRUE', 'NOT_A_CLAIM', 'SATIRE'))          AS dismissed,
    countIf(rating = 'UNVERIFIABLE')                              AS unverifiable,
    countIf(status IN ('SUSPECTED', 'RESURFACED'))                AS unreviewed,
    if(reviewed = 0, NULL, confirmed / reviewed)                  AS precision,
    countIf(refuted_at IS NOT NULL)                               AS refuted,
    countIf(in_time)                                              AS refuted_in_time
FROM suspicion FINAL
WHERE NOT retracted AND merged_into = ''
COMMENT 'How many suspicions people confirmed, of those they reviewed: one row, always';
