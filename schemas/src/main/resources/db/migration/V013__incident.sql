-- Columns follow the record Incident. Small beside appeals, and rewritten with each appeal about the problem: no partitions.
CREATE TABLE incident ${on_cluster}
(
    incident_id  String,
    region       LowCardinality(String),
    municipality LowCardinality(String),
    agency_id    LowCardinality(String),
    agency_name  LowCardinality(String),
    topic_group  LowCardinality(String),
    topic        LowCardinality(String),
    place        String,
    urgency      LowCardinality(String),
    members      Array(String),
    authors      Int32,
    open_members Int32,
    first_at     DateTime64(3, 'UTC'),
    last_at      DateTime64(3, 'UTC'),
    closed_at    Nullable(DateTime64(3, 'UTC')),
    repeat_of    String,
    repeat_kind  LowCardinality(String),
    updated_at   DateTime64(3, 'UTC'),
    retracted    Bool,
    version      Int64
)
ENGINE = ${engine_prefix}ReplacingMergeTree(version)
ORDER BY incident_id
COMMENT 'Problems at a place with the appeals about them, one row per change';

CREATE VIEW v_incident ${on_cluster} AS
SELECT
    incident_id,
    region,
    municipality,
    agency_id,
    agency_name,
    topic_group,
    topic,
    place,
    urgency,
    members,
    length(members) AS appeals,
    authors,
    open_members,
    open_members > 0 AS is_open,
    first_at,
    last_at,
    closed_at,
    repeat_of,
    repeat_kind,
    updated_at
FROM incident FINAL
WHERE NOT retracted
COMMENT 'Problems at a place as they stand, with the appeals about them and what they repeat';

CREATE VIEW v_incident_member ${on_cluster} AS
SELECT
    appeal_id,
    incident_id,
    appeal_id != members[1] AS is_merged,
    repeat_of,
    repeat_kind,
    agency_id,
    topic_group,
    topic,
    place
FROM v_incident
ARRAY JOIN members AS appeal_id
COMMENT 'One row per appeal that has a place and a topic: the incident it belongs to';
