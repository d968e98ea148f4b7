-- A question can have more than one further good answer.
ALTER TABLE interview_questions ADD COLUMN other_answers text[] NOT NULL DEFAULT '{}';

UPDATE interview_questions SET other_answers = ARRAY[other_words] WHERE other_words <> '';

ALTER TABLE interview_questions DROP COLUMN other_words;
