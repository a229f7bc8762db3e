-- A forgotten password: whoever shows the token of the last mail may set a new one, once. Of the token its SHA-256 alone
-- is kept.
CREATE TABLE password_reset (
    member_id  bigint PRIMARY KEY REFERENCES member (id),
    token_hash text   NOT NULL UNIQUE,
    expires_at bigint NOT NULL
);
