-- Columns follow the record SlaPolicy. Small; every version stays: no partitions.
CREATE TABLE sla_policy ${on_cluster}
(
    policy_id    String,
    version      Int32,
    title        String,
    region       LowCardinality(String),
    municipality LowCardinality(String),
    agency_id    LowCardinality(String),
    valid_from   Nullable(DateTime64(3, 'UTC')),
    valid_to     Nullable(DateTime64(3, 'UTC')),
    time_zone    LowCardinality(String),
    clock_start  LowCardinality(String),
    calendar_id  LowCardinality(String),
    targets      Array(Tuple(
                     metric String,
                     urgency String,
                     unit String,
                     within String,
                     warn_before String,
                     escalate_after Array(String))),
    source       String,
    assumptions  Array(String),
    updated_at   DateTime64(3, 'UTC')
)
ENGINE = ${engine_prefix}ReplacingMergeTree(updated_at)
ORDER BY (policy_id, version)
COMMENT 'Policies of answering, one row per import of a version';

-- Columns follow the record WorkCalendar. Small; every version stays: no partitions.
CREATE TABLE work_calendar ${on_cluster}
(
    calendar_id           String,
    version               Int32,
    title                 String,
    time_zone             LowCardinality(String),
    first_year            Int32,
    last_year             Int32,
    week                  Array(Tuple(weekday String, hours Array(String))),
    short_day_cut_minutes Int32,
    days                  Array(Tuple(
                              date String,
                              kind String,
                              same_as String,
                              hours Array(String),
                              name String)),
    yearly_holidays       Array(String),
    source                String,
    updated_at            DateTime64(3, 'UTC')
)
ENGINE = ${engine_prefix}ReplacingMergeTree(updated_at)
ORDER BY (calendar_id, version)
COMMENT 'Working calendars, one row per import of a version';

CREATE VIEW v_sla_policy ${on_cluster} AS
SELECT
    policy_id,
    version,
    title,
    region,
    municipality,
    agency_id,
    valid_from,
    valid_to,
    -- A later version ends this one where it begins.
    leadInFrame(valid_from) OVER later AS superseded_at,
    time_zone,
    clock_start,
    calendar_id,
    targets,
    source,
    assumptions,
    updated_at
FROM sla_policy FINAL
WINDOW later AS (PARTITION BY policy_id ORDER BY version ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
COMMENT 'Versions of the policies of answering by their latest import, and when the next one takes over';

CREATE VIEW v_sla_target ${on_cluster} AS
SELECT
    policy_id,
    version,
    region,
    municipality,
    agency_id,
    tupleElement(target, 'metric')         AS metric,
    tupleElement(target, 'urgency')        AS urgency,
    tupleElement(target, 'unit')           AS unit,
    tupleElement(target, 'within')         AS within,
    tupleElement(target, 'warn_before')    AS warn_before,
    tupleElement(target, 'escalate_after') AS escalate_after
FROM v_sla_policy
ARRAY JOIN targets AS target
COMMENT 'One row per term of a policy version';

CREATE VIEW v_work_calendar ${on_cluster} AS
SELECT
    calendar_id,
    version,
    title,
    time_zone,
    first_year,
    last_year,
    week,
    short_day_cut_minutes,
    days,
    yearly_holidays,
    source,
    updated_at,
    version = max(version) OVER (PARTITION BY calendar_id) AS in_force
FROM work_calendar FINAL
COMMENT 'Versions of the working calendars by their latest import; the highest one is in force';

CREATE VIEW v_calendar_day ${on_cluster} AS
SELECT
    calendar_id,
    version,
    toDate(tupleElement(day, 'date'))  AS date,
    tupleElement(day, 'kind')          AS kind,
    tupleElement(day, 'same_as')       AS same_as,
    tupleElement(day, 'hours')         AS hours,
    tupleElement(day, 'name')          AS name
FROM v_work_calendar
ARRAY JOIN days AS day
WHERE in_force
COMMENT 'One row per day that departs from its weekday, of the calendars in force';
