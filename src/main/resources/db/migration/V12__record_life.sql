-- Restored from a backup, PostgreSQL is older than what Redis, nodes and browsers have seen of it. A new life fences all of
-- that: every later epoch is above every earlier one, since an epoch is its life's number times a million and the rebuilds.
CREATE TABLE record_life (
    life   bigint PRIMARY KEY,
    at     bigint NOT NULL,
    reason text   NOT NULL CHECK (reason <> '')
);
INSERT INTO record_life (life, at, reason) VALUES (0, extract(epoch FROM now()) * 1000, 'the first');

-- Begins a new life and answers its number, which is no smaller than the seconds since 1970: lives that were lost with the
-- record are below it. Streams are read from their beginning again. With `since` (milliseconds), when bids could be made
-- last, the house is paused from then on: nothing closes before somebody has looked, and no auction loses time.
CREATE FUNCTION begin_life(why text, since bigint) RETURNS bigint
    LANGUAGE plpgsql AS
$$
DECLARE
    now_ms   constant bigint := extract(epoch FROM clock_timestamp()) * 1000;
    new_life bigint;
BEGIN
    LOCK TABLE record_life IN EXCLUSIVE MODE;
    INSERT INTO record_life (life, at, reason)
        SELECT greatest(max(life) + 1, now_ms / 1000), now_ms, why FROM record_life
        RETURNING life INTO new_life;
    UPDATE bid_log SET epoch = new_life * 1000000 WHERE state <> 'CLOSED';
    DELETE FROM relay_position;
    IF since IS NOT NULL THEN
        UPDATE bid_log SET state = 'PAUSED', paused_at = since WHERE state = 'OPEN';
        UPDATE auction SET state = 'PAUSED' WHERE state = 'OPEN';
        INSERT INTO house_pause (at, since, reason) VALUES (now_ms, since, why) ON CONFLICT DO NOTHING;
    END IF;
    RETURN new_life;
END
$$;
