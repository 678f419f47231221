-- A table, its view and a row with a semicolon in its text.
CREATE TABLE message
(
    id   UInt64,
    text String
)
ENGINE = MergeTree
ORDER BY id;

INSERT INTO message VALUES (1, 'Привет; мир');
