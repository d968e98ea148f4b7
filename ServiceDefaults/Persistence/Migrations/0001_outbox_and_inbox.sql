-- Events written in the transaction that causes them; the relay publishes and deletes them.
CREATE TABLE outbox (
    id          uuid        PRIMARY KEY,
    position    bigint      GENERATED ALWAYS AS IDENTITY,
    type        text        NOT NULL,
    body        jsonb       NOT NULL,
    trace       text,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_position ON outbox (position);

-- Message ids a consumer has handled.
CREATE TABLE inbox (
    message_id  uuid        NOT NULL,
    consumer    text        NOT NULL,
    handled_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (message_id, consumer)
);
CREATE INDEX inbox_handled_at ON inbox (handled_at);
