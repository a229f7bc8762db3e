-- What admins did and why: written before it is done, with its outcome beside it, and never changed.
CREATE TABLE audit (
    id         bigint PRIMARY KEY,
    at         bigint NOT NULL,
    -- no reference: an entry outlives whatever becomes of the member
    admin_id   bigint NOT NULL,
    action     text   NOT NULL,
    -- the public id of what it was done to; empty for the whole house
    subject    text   NOT NULL,
    reason     text   NOT NULL CHECK (reason <> ''),
    -- the call's own fields, as JSON
    detail     text   NOT NULL,
    request_id text   NOT NULL
);
CREATE INDEX audit_subject ON audit (subject, id);

-- DONE, or the code of a refusal. An act without an outcome was cut off: it may have happened.
CREATE TABLE audit_outcome (
    audit_id bigint PRIMARY KEY REFERENCES audit (id),
    at       bigint NOT NULL,
    outcome  text   NOT NULL
);

CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_outcome_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_outcome
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
