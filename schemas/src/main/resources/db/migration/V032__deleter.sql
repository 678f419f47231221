-- A moderator who deletes a complaint does not withdraw it: who deleted a message is kept like its author.
ALTER TABLE message ${on_cluster}
    ADD COLUMN deleter_id String AFTER change;

DROP VIEW v_message ${on_cluster};

-- Changes with the same time are taken in the order of the enum Change. A deletion brings neither
-- text nor author: both are the newest that another change brought. Whether the author deleted it is null while it
-- stands, and where it is not known who wrote or who deleted it.
CREATE VIEW v_message ${on_cluster} AS
SELECT
    community_id,
    thread_id,
    message_id,
    any(m.platform)                                                        AS platform,
    any(m.type)                                                            AS type,
    argMaxIf(m.parent_id, place, told)                                     AS parent_id,
    argMaxIf(m.reply_to_author_id, place, told)                            AS reply_to_author_id,
    argMaxIf(m.author_id, place, told)                                     AS author_id,
    argMaxIf(m.author_kind, place, told)                                   AS author_kind,
    argMaxIf(m.text, place, told)                                          AS text,
    argMaxIf(m.attachments, place, told)                                   AS attachments,
    argMaxIf(m.url, place, m.url != '')                                    AS url,
    min(m.published_at)                                                    AS published_at,
    max(m.edited_at)                                                       AS edited_at,
    min(m.observed_at)                                                     AS first_observed_at,
    max(m.changed_at)                                                      AS changed_at,
    argMax(m.change, place)                                                AS change,
    CAST(argMax(m.change, place) = 'DELETED' AS Bool) AS deleted,
    argMaxIf(m.deleter_id, place, m.change = 'DELETED')                    AS deleter_id,
    CAST(if(deleted AND deleter_id != '' AND author_id != '', deleter_id = author_id, NULL) AS Nullable(Bool)) AS deleted_by_author
FROM
(
    SELECT
        *,
        changed_at,
        change != 'DELETED' AS told,
        (changed_at, indexOf(['CREATED', 'EDITED', 'DELETED', 'RESTORED'], change), observed_at) AS place
    FROM message
) AS m
GROUP BY community_id, thread_id, message_id
COMMENT 'One row per post or comment as it stands now: newest known text, whether it is deleted, and whether by its author';
