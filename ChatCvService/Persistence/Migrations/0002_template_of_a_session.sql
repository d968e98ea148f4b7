-- The look that the person chose for the preview; null leaves it to the document, else to the default.
ALTER TABLE chat_sessions ADD COLUMN template_code text;
