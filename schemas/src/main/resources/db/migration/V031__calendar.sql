CREATE VIEW v_calendar ${on_cluster} AS
SELECT
    calendar_id,
    version,
    title,
    time_zone,
    first_year,
    last_year,
    makeDate(last_year, 12, 31)                                   AS known_to,
    dateDiff('day', toDate(now('UTC')), known_to) + 1             AS days_left
FROM v_work_calendar
WHERE in_force
COMMENT 'One row per working calendar in force: to which day its moved and short days are known, and how many days are left to that, today (UTC) included';
