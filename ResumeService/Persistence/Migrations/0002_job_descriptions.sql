-- Job descriptions that a person set a resume against on the pages; the same text again is the same row.
CREATE TABLE job_descriptions (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id     bigint      NOT NULL,
    title       text        NOT NULL,
    text        text        NOT NULL,
    text_hash   bytea       NOT NULL,
    used_at     timestamptz NOT NULL,
    UNIQUE (user_id, text_hash)
);
CREATE INDEX job_descriptions_newest ON job_descriptions (user_id, used_at DESC, id DESC);

-- How alike the two texts are, as EmbeddingService said of this revision: asked for once, not at each look at the page.
CREATE TABLE job_similarities (
    resume_id   bigint  NOT NULL REFERENCES resumes ON DELETE CASCADE,
    job_id      bigint  NOT NULL REFERENCES job_descriptions ON DELETE CASCADE,
    revision    int     NOT NULL,
    similarity  float8  NOT NULL,
    PRIMARY KEY (resume_id, job_id)
);
CREATE INDEX job_similarities_of_job ON job_similarities (job_id);
