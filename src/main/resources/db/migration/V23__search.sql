-- The texts of what goes on, apart: one in sixteen of all, so that a search among them, which is what nearly all are, reads
-- a sixteenth of the index. No reference to auction: making one would stop all who write there until this is filled.
CREATE TABLE auction_search (
    auction_id bigint PRIMARY KEY,
    text       text   NOT NULL,
    pairs      text[] NOT NULL
);
INSERT INTO auction_search (auction_id, text, pairs)
    SELECT t.auction_id, t.text, t.pairs FROM auction a JOIN auction_text t ON t.auction_id = a.id WHERE NOT a.over;
CREATE INDEX auction_search_by_pair ON auction_search USING gin (pairs);
