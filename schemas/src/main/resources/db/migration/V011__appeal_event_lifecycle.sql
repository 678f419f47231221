-- Deadlines, policies and authorities of what happened to appeals.
ALTER TABLE appeal_event ${on_cluster}
    RENAME COLUMN rules_version TO model_version;

ALTER TABLE appeal_event ${on_cluster}
    ADD COLUMN metric LowCardinality(String) AFTER at,
    ADD COLUMN level Nullable(Int32) AFTER metric,
    ADD COLUMN due_at Nullable(DateTime64(3, 'UTC')) AFTER level,
    ADD COLUMN elapsed_business_millis Nullable(Int64) AFTER elapsed_millis,
    ADD COLUMN agency_id LowCardinality(String) AFTER elapsed_business_millis,
    ADD COLUMN outcome LowCardinality(String) AFTER agency_id,
    ADD COLUMN promised_until Nullable(DateTime64(3, 'UTC')) AFTER outcome,
    ADD COLUMN policy_id LowCardinality(String) AFTER reason,
    ADD COLUMN policy_version Nullable(Int32) AFTER policy_id,
    ADD COLUMN calendar_version Nullable(Int32) AFTER policy_version;

DROP VIEW v_appeal_event ${on_cluster};

CREATE VIEW v_appeal_event ${on_cluster} AS
SELECT
    event_id,
    appeal_id,
    thread_id,
    community_id,
    type,
    cause_message_id,
    at,
    metric,
    level,
    due_at,
    elapsed_millis,
    elapsed_millis / 1000          AS elapsed_seconds,
    elapsed_business_millis,
    elapsed_business_millis / 1000 AS elapsed_business_seconds,
    agency_id,
    outcome,
    promised_until,
    reason,
    policy_id,
    policy_version,
    calendar_version,
    model_version,
    model_version                  AS rules_version,
    version
FROM appeal_event FINAL
WHERE NOT retracted
COMMENT 'Events of appeals that stand; those that a late fact proved wrong are left out';
