CREATE TABLE resumes (
    id                bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id           bigint      NOT NULL,
    filename          text        NOT NULL,
    kind              text        NOT NULL,
    content_hash      bytea       NOT NULL,
    revision          int         NOT NULL DEFAULT 1,
    text              text        NOT NULL,
    profile           jsonb       NOT NULL,
    uploaded_at       timestamptz NOT NULL,
    -- Highest revision whose chunks are searchable; 0 while none is.
    indexed_revision  int         NOT NULL DEFAULT 0,
    -- When the index is asked for again, should it still be missing by then.
    index_retry_at    timestamptz NOT NULL,
    index_retries     int         NOT NULL DEFAULT 0,
    UNIQUE (user_id, content_hash)
);
CREATE INDEX resumes_current ON resumes (user_id, uploaded_at DESC, id DESC);
CREATE INDEX resumes_unindexed ON resumes (index_retry_at) WHERE indexed_revision < revision;

-- The uploaded bytes, apart from the row that every request reads.
CREATE TABLE resume_files (
    resume_id  bigint PRIMARY KEY REFERENCES resumes ON DELETE CASCADE,
    content    bytea  NOT NULL
);

CREATE TABLE resume_chunks (
    resume_id  bigint NOT NULL REFERENCES resumes ON DELETE CASCADE,
    number     int    NOT NULL,
    text       text   NOT NULL,
    PRIMARY KEY (resume_id, number)
);

-- Users whose data was erased: an upload that was under way while the account was deleted must not bring anything back.
CREATE TABLE erased_users (
    user_id    bigint      PRIMARY KEY,
    erased_at  timestamptz NOT NULL
);
