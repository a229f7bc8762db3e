-- A member that left: what was known of the person is gone, the row stays, for books, orders and logs name it.
ALTER TABLE member ADD COLUMN erased_at bigint;

-- Files of photos whose rows are gone: removed by the sweep, unless another lot shows the same picture.
CREATE TABLE photo_leftover (
    file text   PRIMARY KEY,
    at   bigint NOT NULL
);

-- Bids of auctions that are over for long, a row for each auction: an eighth of the room, and the log as it was. The
-- hashes are left out, since the chain gives them again; before the rows went it gave exactly them.
CREATE TABLE bid_archive (
    auction_id  bigint PRIMARY KEY REFERENCES auction (id),
    -- the bids 1, 2, ... in their order
    amounts     bigint[]  NOT NULL,
    paddles     integer[] NOT NULL,
    proxies     boolean[] NOT NULL,
    times       bigint[]  NOT NULL,
    archived_at bigint    NOT NULL,
    CHECK (cardinality(amounts) > 0 AND cardinality(amounts) = cardinality(paddles)
           AND cardinality(amounts) = cardinality(proxies) AND cardinality(amounts) = cardinality(times))
);
CREATE TRIGGER bid_archive_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON bid_archive
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE bid_log ADD COLUMN archived_at bigint;

-- Every recorded bid, wherever it lies.
CREATE VIEW recorded_bid AS
    SELECT auction_id, seq, amount, paddle, proxy, at FROM bid
    UNION ALL
    SELECT a.auction_id, b.seq, b.amount, b.paddle, b.proxy, b.at
    FROM bid_archive a
    CROSS JOIN LATERAL unnest(a.amounts, a.paddles, a.proxies, a.times) WITH ORDINALITY
        AS b (amount, paddle, proxy, at, seq);
