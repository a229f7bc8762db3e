-- The console counts what is open and what is paused every two seconds, from this alone.
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS auction_going_on;
CREATE INDEX CONCURRENTLY auction_going_on ON auction (state) WHERE state <> 'CLOSED';
