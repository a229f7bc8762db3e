-- What is near and goes on, among ten times as many that are over.
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS auction_going_on_by_place;
CREATE INDEX CONCURRENTLY auction_going_on_by_place ON auction USING gist (point(lng, lat)) WHERE NOT over;
