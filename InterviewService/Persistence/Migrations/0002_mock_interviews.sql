-- Mock interviews (seed 4).
CREATE TABLE mock_interviews (
    id               uuid        PRIMARY KEY,
    user_id          bigint      NOT NULL,
    job_title        text        NOT NULL,
    company_name     text        NOT NULL,
    cv_filename      text,
    cv_text          text,
    job_description  text,
    -- Who is interviewed, set against the job: made once, when the first question is.
    interviewee      jsonb,
    -- What the interviewer has in mind, in order; the conversation decides what of it is asked.
    planned          jsonb       NOT NULL DEFAULT '[]',
    asked            jsonb       NOT NULL DEFAULT '[]',
    feedback         jsonb,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL
);
CREATE INDEX mock_interviews_of_user ON mock_interviews (user_id, created_at DESC, id DESC);

CREATE TABLE mock_messages (
    id          uuid        PRIMARY KEY,
    session_id  uuid        NOT NULL REFERENCES mock_interviews ON DELETE CASCADE,
    position    int         NOT NULL,
    role        text        NOT NULL CHECK (role IN ('assistant', 'user')),
    content     text        NOT NULL,
    sent_at     timestamptz NOT NULL,
    UNIQUE (session_id, position)
);
