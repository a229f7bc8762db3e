-- The list by price, of what goes on and of what is over.
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS auction_by_price;
CREATE INDEX CONCURRENTLY auction_by_price ON auction (over, listed_price, id);
