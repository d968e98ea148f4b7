-- What the owner sees of a session: the kind of device that began it, and when it was last used.
ALTER TABLE sessions
    ADD COLUMN device        text        NOT NULL DEFAULT '',
    ADD COLUMN last_used_at  timestamptz NOT NULL DEFAULT now();
UPDATE sessions SET last_used_at = created_at;
