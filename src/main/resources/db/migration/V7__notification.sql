-- What members are told, in the house and, for most kinds, by mail. Title and currency are the auction's.
CREATE TABLE notification (
    id         bigint PRIMARY KEY,
    member_id  bigint NOT NULL REFERENCES member (id),
    kind       text   NOT NULL,
    auction_id bigint NOT NULL REFERENCES auction (id),
    order_id   bigint,
    title      text   NOT NULL,
    amount     bigint,
    currency   text   NOT NULL,
    reason     text,
    at         bigint NOT NULL,
    read_at    bigint,
    -- null while its mail is to be sent, or where it has none
    mailed_at  bigint
);
CREATE INDEX notification_member ON notification (member_id, id);
CREATE INDEX notification_unread ON notification (member_id) WHERE read_at IS NULL;
