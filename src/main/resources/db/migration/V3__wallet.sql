-- The books: double entry, so that no money appears or is lost. What happened is never changed, only added to.

-- kind AVAILABLE and HELD belong to a member, ESCROW to an auction (a row for each, so none is hot and each shows what
-- one sale still owes); FEE and GATEWAY:<name> are split into slots, since every sale and every top-up writes to one.
-- Only a gateway's account goes below zero: by what it has taken in for us.
CREATE TABLE account (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind     text   NOT NULL CHECK (kind IN ('AVAILABLE', 'HELD', 'ESCROW', 'FEE') OR kind LIKE 'GATEWAY:%'),
    owner    bigint NOT NULL,
    currency text   NOT NULL CHECK (currency IN ('KRW', 'USD')),
    balance  bigint NOT NULL DEFAULT 0,
    CONSTRAINT account_owner UNIQUE (owner, kind, currency),
    CONSTRAINT account_covered CHECK (balance >= 0 OR kind LIKE 'GATEWAY:%')
);

CREATE TABLE transfer (
    id         bigint PRIMARY KEY,
    kind       text   NOT NULL,
    currency   text   NOT NULL,
    at         bigint NOT NULL,
    auction_id bigint,
    order_id   bigint,
    payment_id bigint
);

CREATE TABLE posting (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    transfer_id   bigint NOT NULL REFERENCES transfer,
    account_id    bigint NOT NULL REFERENCES account,
    amount        bigint NOT NULL CHECK (amount <> 0),
    balance_after bigint NOT NULL,
    UNIQUE (transfer_id, account_id)
);
CREATE INDEX posting_account ON posting (account_id, id);

CREATE FUNCTION transfer_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    total  numeric;
    alien  boolean;
BEGIN
    SELECT sum(p.amount), bool_or(a.currency <> t.currency)
      INTO total, alien
      FROM posting p
      JOIN account a ON a.id = p.account_id
      JOIN transfer t ON t.id = p.transfer_id
     WHERE p.transfer_id = NEW.transfer_id;
    IF total <> 0 OR alien THEN
        RAISE EXCEPTION 'transfer % does not balance', NEW.transfer_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER posting_balances AFTER INSERT ON posting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION transfer_balances();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER transfer_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON transfer
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER posting_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON posting
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a paddle holds of its member's money. The sum of a member's open holds is the balance of its HELD account.
CREATE TABLE hold (
    id         bigint PRIMARY KEY,
    member_id  bigint NOT NULL REFERENCES member,
    auction_id bigint NOT NULL,
    currency   text   NOT NULL,
    amount     bigint NOT NULL CHECK (amount > 0),
    state      text   NOT NULL CHECK (state IN ('OPEN', 'CAPTURED', 'RELEASED')),
    opened_at  bigint NOT NULL,
    closed_at  bigint,
    CHECK ((state = 'OPEN') = (closed_at IS NULL))
);
CREATE UNIQUE INDEX hold_open ON hold (auction_id, member_id) WHERE state = 'OPEN';
CREATE INDEX hold_member ON hold (member_id);

CREATE TABLE payment (
    id         bigint PRIMARY KEY,
    member_id  bigint NOT NULL REFERENCES member,
    gateway    text   NOT NULL,
    method     text   NOT NULL,
    amount     bigint NOT NULL CHECK (amount > 0),
    currency   text   NOT NULL,
    status     text   NOT NULL CHECK (status IN ('PENDING', 'CAPTURED', 'DECLINED')),
    created_at bigint NOT NULL,
    -- When the gateway is to be asked again; null when it need not be.
    check_at   bigint
);
CREATE INDEX payment_member ON payment (member_id);
CREATE INDEX payment_check ON payment (check_at) WHERE check_at IS NOT NULL;
