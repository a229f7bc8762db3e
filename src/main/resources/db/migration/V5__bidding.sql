-- Paddles are rights to bid, each backed by a hold; bids and decisions are what Redis decided, recorded behind it.
CREATE SEQUENCE paddle_version;

CREATE TABLE paddle (
    auction_id bigint  NOT NULL REFERENCES auction (id),
    member_id  bigint  NOT NULL REFERENCES member (id),
    number     integer NOT NULL CHECK (number > 0),
    -- null: given back; the number stays the member's
    bid_limit  bigint  CHECK (bid_limit > 0),
    version    bigint  NOT NULL,
    -- whether Redis is known to have this limit; since when the change is under way otherwise
    synced     boolean NOT NULL,
    changed_at bigint  NOT NULL,
    PRIMARY KEY (auction_id, member_id),
    UNIQUE (auction_id, number)
);
CREATE INDEX paddle_unsynced ON paddle (changed_at) WHERE NOT synced;
CREATE INDEX paddle_of_member ON paddle (member_id, auction_id);

-- How far an auction is recorded, and where its log stands; locked by whoever records it or opens an epoch.
CREATE TABLE bid_log (
    auction_id    bigint  PRIMARY KEY REFERENCES auction (id),
    epoch         bigint  NOT NULL DEFAULT 0,
    n             bigint  NOT NULL DEFAULT 0,
    seq           bigint  NOT NULL DEFAULT 0,
    head          text    NOT NULL,
    price         bigint  NOT NULL,
    leader        integer,
    leader_member bigint,
    leader_max    bigint,
    state         text    NOT NULL,
    ends_at       bigint  NOT NULL,
    reserve_met   boolean NOT NULL DEFAULT false
);

CREATE TABLE bid (
    auction_id bigint  NOT NULL,
    seq        bigint  NOT NULL CHECK (seq > 0),
    amount     bigint  NOT NULL CHECK (amount > 0),
    paddle     integer NOT NULL,
    proxy      boolean NOT NULL,
    at         bigint  NOT NULL,
    hash       text    NOT NULL,
    PRIMARY KEY (auction_id, seq)
);

-- Every accepted decision, also one that shows no bid: private, since maxima stand in it.
CREATE TABLE decision (
    auction_id   bigint  NOT NULL,
    n            bigint  NOT NULL CHECK (n > 0),
    epoch        bigint  NOT NULL,
    paddle       integer NOT NULL,
    kind         char(1) NOT NULL CHECK (kind IN ('A', 'M')),
    value        bigint  NOT NULL,
    -- the paddle's own maximum after it, null where it left that alone
    standing_max bigint,
    seq          bigint  NOT NULL,
    is_leading   boolean NOT NULL,
    ref          text    NOT NULL,
    at           bigint  NOT NULL,
    PRIMARY KEY (auction_id, n)
);
CREATE INDEX decision_of_paddle ON decision (auction_id, paddle, n);

-- The outbox streams of Redis are recorded up to here and may be trimmed.
CREATE TABLE relay_position (
    partition integer PRIMARY KEY,
    millis    bigint  NOT NULL,
    counter   bigint  NOT NULL
);

-- When a member was last told that somebody bid higher, so that a hot auction does not drown it.
CREATE TABLE outbid_notice (
    auction_id bigint NOT NULL,
    member_id  bigint NOT NULL,
    at         bigint NOT NULL,
    PRIMARY KEY (auction_id, member_id)
);
