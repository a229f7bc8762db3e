-- The newest of what is over stand behind all that goes on.
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS auction_by_age;
CREATE INDEX CONCURRENTLY auction_by_age ON auction (over, id);
