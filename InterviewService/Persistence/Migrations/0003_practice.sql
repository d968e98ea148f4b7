-- Answers given again after an interview. The first attempt is the answer in the interview itself; these are the second and later ones.
CREATE TABLE answer_attempts (
    id           uuid        PRIMARY KEY,
    question_id  uuid        NOT NULL REFERENCES interview_questions ON DELETE CASCADE,
    number       int         NOT NULL CHECK (number >= 2),
    answer       text        NOT NULL,
    score        int         NOT NULL,
    evaluation   jsonb       NOT NULL,
    answered_at  timestamptz NOT NULL,
    UNIQUE (question_id, number)
);

-- Questions whose answer was weak. They come back until they were answered well after each of the intervals.
CREATE TABLE practice_questions (
    question_id  uuid        PRIMARY KEY REFERENCES interview_questions ON DELETE CASCADE,
    user_id      bigint      NOT NULL,
    -- Place of the interval that is running, from 0.
    step         int         NOT NULL,
    -- Null once the last interval was passed: the question is known.
    due_at       timestamptz
);
CREATE INDEX practice_questions_due ON practice_questions (user_id, due_at) WHERE due_at IS NOT NULL;

-- Interviews that were evaluated before there was practice.
INSERT INTO practice_questions (question_id, user_id, step, due_at)
SELECT question.id, session.user_id, 0, session.evaluated_at + interval '1 day'
FROM interview_questions question JOIN interview_sessions session ON session.id = question.session_id
WHERE session.status = 'EVALUATED' AND question.answer IS NOT NULL AND question.score < 60;
