-- Each closed auction is settled once: the winner's money into escrow, everybody else's back; a sale becomes an order.
CREATE TABLE settlement (
    auction_id  bigint PRIMARY KEY REFERENCES auction (id),
    outcome     text   NOT NULL,
    settled_at  bigint NOT NULL,
    -- null while holds may still be open; they are released in steps of their own
    released_at bigint
);

CREATE TABLE auction_order (
    id          bigint PRIMARY KEY,
    auction_id  bigint NOT NULL UNIQUE REFERENCES auction (id),
    seller_id   bigint NOT NULL REFERENCES member (id),
    buyer_id    bigint NOT NULL REFERENCES member (id),
    title       text   NOT NULL,
    price       bigint NOT NULL CHECK (price > 0),
    fee         bigint NOT NULL CHECK (fee BETWEEN 0 AND price),
    currency    text   NOT NULL CHECK (currency IN ('KRW', 'USD')),
    status      text   NOT NULL CHECK (status IN ('HELD_IN_ESCROW', 'RELEASED', 'DISPUTED', 'REFUNDED')),
    created_at  bigint NOT NULL,
    release_at  bigint NOT NULL,
    released_at bigint,
    CHECK ((status = 'RELEASED') = (released_at IS NOT NULL))
);
CREATE INDEX auction_order_seller ON auction_order (seller_id, id);
CREATE INDEX auction_order_buyer ON auction_order (buyer_id, id);
CREATE INDEX auction_order_due ON auction_order (release_at) WHERE status = 'HELD_IN_ESCROW';

-- Finds what was closed and never settled.
CREATE INDEX auction_closed ON auction (closed_at) WHERE state = 'CLOSED';
