-- Reports (seed 1). What is read as a whole is one document.
CREATE TABLE interview_reports (
    id                text        PRIMARY KEY,
    user_id           bigint      NOT NULL,
    title             text        NOT NULL,
    job_description   text        NOT NULL,
    resume            text        NOT NULL,
    self_description  text        NOT NULL,
    match_score       int         NOT NULL,
    content           jsonb       NOT NULL,
    -- The resume's own facts, from which the tailored CV is made.
    candidate         jsonb       NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL
);
CREATE INDEX interview_reports_of_user ON interview_reports (user_id, created_at DESC, id DESC);

-- Sessions (seed 2).
CREATE TABLE interview_sessions (
    id                   uuid        PRIMARY KEY,
    user_id              bigint      NOT NULL,
    resume_id            text        NOT NULL,
    resume_text          text        NOT NULL,
    language             text        NOT NULL,
    status               text        NOT NULL CHECK (status IN ('CREATED', 'IN_PROGRESS', 'COMPLETED', 'EVALUATED')),
    current_question     int         NOT NULL DEFAULT 0,
    created_at           timestamptz NOT NULL,
    completed_at         timestamptz,
    evaluated_at         timestamptz,
    overall_score        int,
    report               jsonb,
    evaluation_failed    boolean     NOT NULL DEFAULT false,
    evaluation_attempts  int         NOT NULL DEFAULT 0,
    -- When the evaluation is asked for again, should it still be missing by then.
    evaluation_retry_at  timestamptz
);
CREATE INDEX interview_sessions_of_resume ON interview_sessions (user_id, resume_id, created_at DESC);
CREATE INDEX interview_sessions_to_evaluate ON interview_sessions (evaluation_retry_at) WHERE status = 'COMPLETED';

CREATE TABLE interview_questions (
    id                uuid    PRIMARY KEY,
    session_id        uuid    NOT NULL REFERENCES interview_sessions ON DELETE CASCADE,
    position          int     NOT NULL,
    question_key      text    NOT NULL,
    text              text    NOT NULL,
    kind              text    NOT NULL,
    type              text    NOT NULL,
    category          text    NOT NULL,
    intention         text    NOT NULL,
    why               text    NOT NULL,
    reference_answer  text    NOT NULL,
    key_points        text[]  NOT NULL,
    is_story          boolean NOT NULL,
    follow_up         text,
    parent_id         uuid    REFERENCES interview_questions ON DELETE CASCADE,
    answer            text,
    is_submitted      boolean NOT NULL DEFAULT false,
    score             int,
    feedback          text,
    evaluation        jsonb,
    -- A follow-up moves the later ones up in one statement.
    UNIQUE (session_id, position) DEFERRABLE INITIALLY IMMEDIATE
);
CREATE INDEX interview_questions_of_parent ON interview_questions (parent_id);

-- What a resume has been asked, also by sessions that were deleted since: nothing is asked twice.
CREATE TABLE asked_questions (
    user_id       bigint NOT NULL,
    resume_id     text   NOT NULL,
    question_key  text   NOT NULL,
    PRIMARY KEY (user_id, resume_id, question_key)
);

-- Users whose data was erased: what was under way while the account was deleted must not bring anything back.
CREATE TABLE erased_users (
    user_id    bigint      PRIMARY KEY,
    erased_at  timestamptz NOT NULL
);
