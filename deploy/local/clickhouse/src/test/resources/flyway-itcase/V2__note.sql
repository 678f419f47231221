ALTER TABLE message ADD COLUMN note String DEFAULT 'new';

CREATE VIEW v_message AS SELECT id, text, note FROM message;
