-- Columns follow the record ResponseWindow. The key names the window, so that a window's versions meet
-- in one partition.
CREATE TABLE response_window ${on_cluster}
(
    window_id                      String,
    size                           LowCardinality(String),
    window_start                   DateTime64(3, 'UTC'),
    window_end                     DateTime64(3, 'UTC'),
    time_zone                      LowCardinality(String),
    dimension                      LowCardinality(String),
    dimension_id                   String,
    dimension_name                 LowCardinality(String),
    region                         LowCardinality(String),
    opened                         Int32,
    withdrawn                      Int32,
    open                           Int32,
    oldest_open_at                 Nullable(DateTime64(3, 'UTC')),
    median_open_at                 Nullable(DateTime64(3, 'UTC')),
    acknowledged                   Int32,
    acknowledged_unfinished        Int32,
    answered                       Int32,
    reopened                       Int32,
    first_due                      Int32,
    first_in_time                  Int32,
    first_overdue                  Int32,
    first_silent                   Int32,
    final_due                      Int32,
    final_in_time                  Int32,
    final_overdue                  Int32,
    final_silent                   Int32,
    first_responses                Int32,
    template_answers               Int32,
    first_response_mean_millis     Nullable(Int64),
    first_response_p50_millis      Nullable(Int64),
    first_response_p90_millis      Nullable(Int64),
    first_response_p95_millis      Nullable(Int64),
    first_response_bins            Array(Int32),
    first_response_bin_counts      Array(Int32),
    business_responses             Int32,
    business_response_mean_millis  Nullable(Int64),
    business_response_p50_millis   Nullable(Int64),
    business_response_p90_millis   Nullable(Int64),
    business_response_p95_millis   Nullable(Int64),
    business_response_bins         Array(Int32),
    business_response_bin_counts   Array(Int32),
    finished_gaps                  Int32,
    gap_mean_millis                Nullable(Int64),
    gap_p50_millis                 Nullable(Int64),
    gap_p90_millis                 Nullable(Int64),
    gap_bins                       Array(Int32),
    gap_bin_counts                 Array(Int32),
    late                           Int32,
    version                        Int64
)
ENGINE = ${engine_prefix}ReplacingMergeTree(version)
PARTITION BY toYYYYMM(window_start)
ORDER BY (size, dimension, dimension_id, window_start, time_zone)
COMMENT 'How appeals were answered in windows of 5 minutes, an hour and a day; one row per emission of a window';

-- A share is NULL where nothing was due. All versions of a window lie in one partition, so that none is
-- merged across. Ages count up to now, for the appeals that a row calls open are open now.
CREATE VIEW v_response_window ${on_cluster} AS
SELECT
    window_id,
    size,
    window_start,
    window_end,
    time_zone,
    dimension,
    dimension_id,
    if(dimension_name = '', dimension_id, dimension_name)               AS dimension_name,
    region,
    opened,
    withdrawn,
    open,
    oldest_open_at,
    dateDiff('second', oldest_open_at, now64(3, 'UTC'))                 AS oldest_open_age_seconds,
    median_open_at,
    dateDiff('second', median_open_at, now64(3, 'UTC'))                 AS median_open_age_seconds,
    acknowledged,
    acknowledged_unfinished,
    answered,
    reopened,
    first_due,
    first_in_time,
    first_overdue,
    first_silent,
    if(first_due = 0, NULL, first_in_time / first_due)                  AS first_in_time_share,
    final_due,
    final_in_time,
    final_overdue,
    final_silent,
    if(final_due = 0, NULL, final_in_time / final_due)                  AS final_in_time_share,
    first_responses,
    template_answers,
    if(first_responses = 0, NULL, template_answers / first_responses)   AS template_share,
    first_response_mean_millis / 1000                                   AS first_response_mean_seconds,
    first_response_p50_millis / 1000                                    AS first_response_p50_seconds,
    first_response_p90_millis / 1000                                    AS first_response_p90_seconds,
    first_response_p95_millis / 1000                                    AS first_response_p95_seconds,
    business_responses,
    business_response_mean_millis / 1000                                AS business_response_mean_seconds,
    business_response_p50_millis / 1000                                 AS business_response_p50_seconds,
    business_response_p90_millis / 1000                                 AS business_response_p90_seconds,
    business_response_p95_millis / 1000                                 AS business_response_p95_seconds,
    finished_gaps,
    gap_mean_millis / 1000                                              AS gap_mean_seconds,
    gap_p50_millis / 1000                                               AS gap_p50_seconds,
    gap_p90_millis / 1000                                               AS gap_p90_seconds,
    late,
    version
FROM response_window FINAL
SETTINGS do_not_merge_across_partitions_select_final = 1
COMMENT 'How appeals were answered, by window and agency, page, municipality or topic group';

-- Percentiles do not add up over windows, bins do: quantileExactWeighted(0.9)(seconds, responses) over any
-- windows of one size is the 90th percentile of all their responses, to 1 %. A bin stands for its middle, as
-- io.otklik.jobs.response.Durations says.
CREATE VIEW v_response_time ${on_cluster} AS
SELECT
    size,
    window_start,
    window_end,
    time_zone,
    dimension,
    dimension_id,
    if(dimension_name = '', dimension_id, dimension_name) AS dimension_name,
    region,
    entry.1                                               AS time,
    exp(entry.2 * log(1.01 / 0.99)) * 1.01 / 1000         AS seconds,
    toUInt32(entry.3)                                     AS responses
FROM response_window FINAL
ARRAY JOIN arrayConcat(
    arrayMap((b, n) -> ('CALENDAR', b, n), first_response_bins, first_response_bin_counts),
    arrayMap((b, n) -> ('BUSINESS', b, n), business_response_bins, business_response_bin_counts),
    arrayMap((b, n) -> ('ACKNOWLEDGED_TO_FINAL', b, n), gap_bins, gap_bin_counts)) AS entry
SETTINGS do_not_merge_across_partitions_select_final = 1
COMMENT 'Times to the first response and from acknowledgement to final answer, to be merged over windows';
