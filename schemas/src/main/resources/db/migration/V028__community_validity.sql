-- From when and until when a page counts as one of the register: NULL is always. Columns follow the record Community.
ALTER TABLE community ${on_cluster}
    ADD COLUMN valid_from Nullable(DateTime64(3, 'UTC')), ADD COLUMN valid_to Nullable(DateTime64(3, 'UTC'));

ALTER TABLE community_version ${on_cluster}
    ADD COLUMN valid_from Nullable(DateTime64(3, 'UTC')), ADD COLUMN valid_to Nullable(DateTime64(3, 'UTC'));

DROP VIEW community_to_version ${on_cluster};

CREATE MATERIALIZED VIEW community_to_version ${on_cluster} TO community_version AS
SELECT
    community_id, platform, url, name, agency_id, agency_name, level, sphere, municipality, region, time_zone,
    status, updated_at, valid_from, valid_to
FROM community;

DROP VIEW v_community ${on_cluster};

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
    updated_at,
    valid_from,
    valid_to,
    CAST(ifNull(valid_from <= now64(3, 'UTC'), true) AND ifNull(valid_to > now64(3, 'UTC'), true) AS Bool) AS valid_now
FROM community FINAL
COMMENT 'Official pages by their latest import, with those that the register no longer holds';

DROP VIEW v_community_history ${on_cluster};

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
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)                         AS valid_to,
    v.valid_from                                                                          AS counts_from,
    v.valid_to                                                                            AS counts_to
FROM community_version AS v FINAL
COMMENT 'Versions of the register entries with the time in which each was in force';
