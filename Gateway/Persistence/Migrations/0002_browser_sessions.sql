-- The browser's own key to its session: the cookie "session" holds the id and a secret of which this is the SHA-256. Null for a session begun before it.
ALTER TABLE sessions ADD COLUMN cookie_hash bytea;
