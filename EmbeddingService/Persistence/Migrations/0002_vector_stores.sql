-- Counts every change of an index, so that a copy in memory is known to be of today.
CREATE SEQUENCE index_versions;

ALTER TABLE resume_indexes
    -- Which store holds the vectors: "postgres" (table chunks) or "qdrant"; "lost" when that store turned out not to have them any more.
    ADD COLUMN store         text NOT NULL DEFAULT 'postgres',
    ADD COLUMN version       bigint NOT NULL DEFAULT nextval('index_versions'),
    -- Until when a replica is at work on embedding it anew.
    ADD COLUMN claimed_until timestamptz;

-- Points that Qdrant holds, or may hold after a crash, and no index names: written before the points and deleted after them.
CREATE TABLE qdrant_leftovers (
    id         bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    user_id    bigint      NOT NULL,
    -- Null: every resume of the user.
    resume_id  bigint,
    -- Null: every revision and model of the resume.
    revision   int,
    model      text,
    noted_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX qdrant_leftovers_user ON qdrant_leftovers (user_id);
