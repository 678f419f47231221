-- Columns follow the record Community. Small, and rewritten by each import: no partitions.
CREATE TABLE community ${on_cluster}
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
    official_authors Array(Tuple(
                         author_id String,
                         valid_from Nullable(DateTime64(3, 'UTC')),
                         valid_to Nullable(DateTime64(3, 'UTC')))),
    status           LowCardinality(String),
    updated_at       DateTime64(3, 'UTC')
)
ENGINE = ${engine_prefix}ReplacingMergeTree(updated_at)
ORDER BY community_id
COMMENT 'Register of the official pages that are watched, one row per import of a page';

CREATE VIEW v_community ${on_cluster} AS
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
    official_authors,
    status,
    updated_at
FROM community FINAL
COMMENT 'Official pages by their latest import';
