-- What the house may do to auctions, members and orders beside their own course.

-- The end as the house moved it, and since when the auction stands still: a state that is rebuilt needs both.
ALTER TABLE bid_log
    ADD COLUMN moved_ms  bigint NOT NULL DEFAULT 0,
    ADD COLUMN paused_at bigint;

-- The one row that is there while the whole house is paused.
CREATE TABLE house_pause (
    the_one boolean PRIMARY KEY DEFAULT true CHECK (the_one),
    at      bigint NOT NULL,
    -- from when on time was lost, which every open auction gets back
    since   bigint NOT NULL,
    reason  text   NOT NULL
);

-- Auctions that were paused by themselves: they stay so when the house goes on.
CREATE TABLE single_pause (
    auction_id bigint PRIMARY KEY REFERENCES auction (id),
    at         bigint NOT NULL
);

CREATE INDEX auction_paused ON auction (id) WHERE state = 'PAUSED';

ALTER TABLE member
    ADD COLUMN banned_at  bigint,
    ADD COLUMN ban_reason text,
    ADD CHECK ((banned_at IS NULL) = (ban_reason IS NULL));

-- When the session's member last showed its password again.
ALTER TABLE session
    ADD COLUMN confirmed_at bigint;
