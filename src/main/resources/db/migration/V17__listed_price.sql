-- Lists by price need an index, and an index on the price itself would make every recorded bid touch all indexes of its
-- auction. This one follows the price, seconds behind it. 0: not followed yet.
ALTER TABLE auction ADD COLUMN listed_price bigint NOT NULL DEFAULT 0;
