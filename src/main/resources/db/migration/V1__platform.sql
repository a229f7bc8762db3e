-- Messages leave with the transaction that wrote them, have their effect once, and money moves once for a key.
CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    queue      text   NOT NULL,
    body       text   NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE inbox (
    receiver   text   NOT NULL,
    message_id text   NOT NULL,
    at         bigint NOT NULL,
    PRIMARY KEY (receiver, message_id)
);

CREATE TABLE idempotency (
    member_id    bigint   NOT NULL,
    key          text     NOT NULL,
    request_hash text     NOT NULL,
    status       smallint NOT NULL,
    answer       text     NOT NULL,
    at           bigint   NOT NULL,
    PRIMARY KEY (member_id, key)
);
