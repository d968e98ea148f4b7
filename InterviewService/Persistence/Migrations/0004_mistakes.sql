-- What mistaken candidates say, and a second right answer, kept as the question bank had them when the question was asked. Questions of before are graded without.
ALTER TABLE interview_questions
    ADD COLUMN mistakes     text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN other_words  text    NOT NULL DEFAULT '';
