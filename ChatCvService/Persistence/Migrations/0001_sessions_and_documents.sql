CREATE TABLE documents (
    id                 bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id            bigint      NOT NULL,
    doc_type           text        NOT NULL CHECK (doc_type IN ('cv', 'cover_letter')),
    title              text        NOT NULL,
    slug               text        NOT NULL CHECK (length(slug) BETWEEN 1 AND 120),
    mongo_document_id  text        NOT NULL UNIQUE CHECK (mongo_document_id ~ '^[0-9a-f]{24}$'),
    current_version    int         NOT NULL DEFAULT 1,
    template_code      text        NOT NULL,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    UNIQUE (user_id, slug)
);
CREATE INDEX documents_newest ON documents (user_id, updated_at DESC, id DESC);

-- Every version as it was finalized; the document's own row names the newest.
CREATE TABLE document_versions (
    document_id    bigint      NOT NULL REFERENCES documents ON DELETE CASCADE,
    version        int         NOT NULL,
    title          text        NOT NULL,
    template_code  text        NOT NULL,
    cv_data        jsonb       NOT NULL,
    created_at     timestamptz NOT NULL,
    PRIMARY KEY (document_id, version)
);

CREATE TABLE chat_sessions (
    id               uuid        PRIMARY KEY,
    user_id          bigint      NOT NULL,
    doc_type         text        NOT NULL CHECK (doc_type IN ('cv', 'cover_letter')),
    cv_data          jsonb       NOT NULL,
    -- What the conversation remembers besides the CV: what was asked, skipped, proposed.
    memory           jsonb       NOT NULL,
    progress         int         NOT NULL,
    is_complete      boolean     NOT NULL,
    -- The document this session was finalized into; a deleted document makes the next finalize create a new one.
    document_id      bigint      REFERENCES documents ON DELETE SET NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    last_message_at  timestamptz NOT NULL
);
CREATE INDEX chat_sessions_newest ON chat_sessions (user_id, updated_at DESC, id DESC);
CREATE INDEX chat_sessions_idle ON chat_sessions (last_message_at);
CREATE INDEX chat_sessions_document ON chat_sessions (document_id);

CREATE TABLE chat_messages (
    session_id  uuid        NOT NULL REFERENCES chat_sessions ON DELETE CASCADE,
    number      int         NOT NULL,
    role        text        NOT NULL CHECK (role IN ('user', 'model')),
    text        text        NOT NULL,
    sent_at     timestamptz NOT NULL,
    PRIMARY KEY (session_id, number)
);

-- A request that is sent again under its Idempotency-Key gets the answer that it got.
CREATE TABLE chat_requests (
    user_id          bigint NOT NULL,
    -- 'start', or the id of the session that the message was for.
    scope            text   NOT NULL,
    idempotency_key  text   NOT NULL,
    session_id       uuid   NOT NULL REFERENCES chat_sessions ON DELETE CASCADE,
    body_hash        bytea  NOT NULL,
    answer           jsonb  NOT NULL,
    PRIMARY KEY (user_id, scope, idempotency_key)
);
CREATE INDEX chat_requests_session ON chat_requests (session_id);

-- Users whose data was erased: a request that was under way while the account was deleted must not bring anything back.
CREATE TABLE erased_users (
    user_id    bigint      PRIMARY KEY,
    erased_at  timestamptz NOT NULL
);
