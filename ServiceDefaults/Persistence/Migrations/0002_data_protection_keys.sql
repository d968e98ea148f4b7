-- Keys of the antiforgery tokens in a service's forms; empty in a service without pages.
CREATE TABLE data_protection_keys (
    name        text         PRIMARY KEY,
    xml         text         NOT NULL,
    created_at  timestamptz  NOT NULL DEFAULT now()
);
