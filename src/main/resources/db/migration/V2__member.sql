-- Members, and the sessions by which they are known. A session's token is kept as its SHA-256 alone.
CREATE TABLE member (
    id            bigint PRIMARY KEY,
    email         text    NOT NULL,
    -- The address in lower case: one member for it, however it is written.
    email_key     text    NOT NULL CONSTRAINT member_email_key UNIQUE,
    password_hash text    NOT NULL,
    display_name  text    NOT NULL,
    locale        text    NOT NULL CHECK (locale IN ('ko', 'en')),
    admin         boolean NOT NULL DEFAULT false,
    -- The mean of the stars given by reviews; null before the first.
    rating        double precision,
    lat           double precision CHECK (lat BETWEEN -90 AND 90),
    lng           double precision CHECK (lng BETWEEN -180 AND 180),
    place         text,
    proven_at     bigint,
    created_at    bigint  NOT NULL,
    CHECK (num_nulls(lat, lng, place, proven_at) IN (0, 4))
);

CREATE TABLE session (
    id         bigint PRIMARY KEY,
    member_id  bigint NOT NULL REFERENCES member,
    token_hash text   NOT NULL UNIQUE,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL
);
CREATE INDEX session_member ON session (member_id);
CREATE INDEX session_expiry ON session (expires_at);
