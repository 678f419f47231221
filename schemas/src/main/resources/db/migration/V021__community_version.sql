-- Every version of a page's entry in the register. Copied row by row: a row that is inserted again
-- replaces itself, as in the table it comes from.
CREATE TABLE community_version ${on_cluster}
(
    community_id     String,
    platform         LowCardinality(String),
    url              String,
    name             String,
    agency_id        LowCardinality(String),
    agency_name      String,
    level            LowCardinality(String),
    sphere           LowCardinality(String),
    municipality     LowCardinality(String),
    region           LowCardinality(String),
    time_zone        LowCardinality(String),
    status           LowCardinality(String),
    updated_at       DateTime64(3, 'UTC')
)
ENGINE = ${engine_prefix}ReplacingMergeTree
ORDER BY (community_id, updated_at)
COMMENT 'Register of the official pages: one row per version of an entry';

CREATE MATERIALIZED VIEW community_to_version ${on_cluster} TO community_version AS
SELECT
    community_id, platform, url, name, agency_id, agency_name, level, sphere, municipality, region, time_zone,
    status, updated_at
FROM community;

INSERT INTO community_version
SELECT
    community_id, platform, url, name, agency_id, agency_name, level, sphere, municipality, region, time_zone,
    status, updated_at
FROM community;

CREATE VIEW v_community_history ${on_cluster} AS
SELECT
    community_id,
    platform,
    url,
    name,
    agency_id,
    agency_name,
    level,
    sphere,
    municipality,
    region,
    time_zone,
    status,
    updated_at                                                                            AS valid_from,
    leadInFrame(toNullable(updated_at)) OVER (
        PARTITION BY community_id ORDER BY updated_at
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)                         AS valid_to
FROM community_version FINAL
COMMENT 'Versions of the register entries with the time in which each was in force';
