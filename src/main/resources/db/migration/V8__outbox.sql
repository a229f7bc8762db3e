-- The relay takes the oldest of every queue; what is old enough is forgotten.
CREATE INDEX outbox_queue ON outbox (queue, id);
CREATE INDEX inbox_at ON inbox (at);
CREATE INDEX idempotency_at ON idempotency (at);
