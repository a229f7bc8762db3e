-- As src/docs/migrations.md has it: without a bound for its waiting, and over what a broken attempt has left.
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS lamp_price;
CREATE INDEX CONCURRENTLY lamp_price ON lamp (price);
