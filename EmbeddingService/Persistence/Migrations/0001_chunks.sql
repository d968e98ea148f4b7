-- One row per indexed resume: which revision its vectors are of, and which model made them.
CREATE TABLE resume_indexes (
    resume_id    bigint      PRIMARY KEY,
    user_id      bigint      NOT NULL,
    revision     int         NOT NULL,
    model        text        NOT NULL,
    chunk_count  int         NOT NULL,
    indexed_at   timestamptz NOT NULL
);
CREATE INDEX resume_indexes_user ON resume_indexes (user_id);

CREATE TABLE chunks (
    resume_id  bigint NOT NULL REFERENCES resume_indexes ON DELETE CASCADE,
    number     int    NOT NULL,
    user_id    bigint NOT NULL,
    revision   int    NOT NULL,
    model      text   NOT NULL,
    text       text   NOT NULL,
    -- Components as float32, little endian: half the size of real[] on the wire, and read without a copy per component.
    vector     bytea  NOT NULL,
    PRIMARY KEY (resume_id, number)
);
-- Vectors do not compress, and every search reads them: they stay in the row.
ALTER TABLE chunks ALTER COLUMN vector SET STORAGE PLAIN;

-- Ids whose data was erased, and never come back: an index that was under way meanwhile must not bring anything back.
CREATE TABLE erased_resumes (
    resume_id  bigint      PRIMARY KEY,
    user_id    bigint      NOT NULL,
    erased_at  timestamptz NOT NULL
);
CREATE INDEX erased_resumes_user ON erased_resumes (user_id);

CREATE TABLE erased_users (
    user_id    bigint      PRIMARY KEY,
    erased_at  timestamptz NOT NULL
);
