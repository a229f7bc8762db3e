-- An order whose sides disagree: the escrow stays where it is until the house has heard both and decides.
CREATE TABLE dispute (
    order_id   bigint PRIMARY KEY REFERENCES auction_order (id),
    opened_by  bigint NOT NULL REFERENCES member (id),
    opened_at  bigint NOT NULL,
    decided_at bigint,
    outcome    text CHECK (outcome IN ('SELLER', 'BUYER', 'SPLIT')),
    -- what each side got of the price; the rest is the house's fee
    to_buyer   bigint CHECK (to_buyer >= 0),
    to_seller  bigint CHECK (to_seller >= 0),
    -- the house's words to both
    reason     text,
    CHECK (num_nulls(decided_at, outcome, to_buyer, to_seller, reason) IN (0, 5))
);

-- What either side has to say, the reason of the dispute first.
CREATE TABLE dispute_statement (
    id        bigint PRIMARY KEY,
    order_id  bigint NOT NULL REFERENCES dispute (order_id),
    member_id bigint NOT NULL REFERENCES member (id),
    text      text   NOT NULL,
    at        bigint NOT NULL
);
CREATE INDEX dispute_statement_order ON dispute_statement (order_id, id);
