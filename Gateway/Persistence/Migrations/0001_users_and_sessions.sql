-- Ids come from an identity column and are never given again, also after the user is gone.
CREATE TABLE users (
    id             bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email          text         NOT NULL UNIQUE,    -- normalised: EmailAddress.cs
    username       text,
    full_name      text,
    password_hash  text         NOT NULL,
    created_at     timestamptz  NOT NULL
);

-- One sign-in on one device. Its id is the claim "sid" of every token it gave out: once the row is gone, so are they.
CREATE TABLE sessions (
    id          uuid         PRIMARY KEY,
    user_id     bigint       NOT NULL REFERENCES users ON DELETE CASCADE,
    created_at  timestamptz  NOT NULL,
    expires_at  timestamptz  NOT NULL
);
CREATE INDEX sessions_user_id ON sessions (user_id);
CREATE INDEX sessions_expires_at ON sessions (expires_at);

-- The family of refresh tokens of a session, used ones included: one of those shown again means that somebody copied it.
CREATE TABLE refresh_tokens (
    hash        bytea        PRIMARY KEY,           -- SHA-256; the token itself is stored nowhere
    session_id  uuid         NOT NULL REFERENCES sessions ON DELETE CASCADE,
    expires_at  timestamptz  NOT NULL,
    used_at     timestamptz
);
CREATE INDEX refresh_tokens_session_id ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_expires_at ON refresh_tokens (expires_at);

-- Sign-in attempts per window of time, shared by all replicas. Keys are keyed hashes of e-mail and address (SignInThrottle.cs).
CREATE TABLE sign_in_windows (
    key       bytea        PRIMARY KEY,
    attempts  int          NOT NULL,
    ends_at   timestamptz  NOT NULL
);
CREATE INDEX sign_in_windows_ends_at ON sign_in_windows (ends_at);
