-- What members say in rooms, and what they report to the house.

-- A line of a room's chat, kept for so many days. One that was removed is shown to nobody but the house.
CREATE TABLE chat_line (
    id         bigint PRIMARY KEY,
    auction_id bigint NOT NULL REFERENCES auction (id),
    member_id  bigint NOT NULL REFERENCES member (id),
    -- as the room saw them
    name       text   NOT NULL,
    paddle     integer,
    text       text   NOT NULL,
    at         bigint NOT NULL,
    removed_at bigint
);
CREATE INDEX chat_line_room ON chat_line (auction_id, id);
CREATE INDEX chat_line_member ON chat_line (member_id);
CREATE INDEX chat_line_at ON chat_line (at);

-- A thing that was reported, by however many members, until the house has decided about it.
CREATE TABLE report_case (
    id         bigint PRIMARY KEY,
    kind       text   NOT NULL CHECK (kind IN ('AUCTION', 'CHAT', 'MEMBER')),
    thing_id   bigint NOT NULL,
    -- where it was met, and whose doing it is
    auction_id bigint NOT NULL REFERENCES auction (id),
    member_id  bigint NOT NULL REFERENCES member (id),
    opened_at  bigint NOT NULL,
    decided_at bigint,
    outcome    text CHECK (outcome IN ('DISMISSED', 'WITHDRAWN', 'REMOVED', 'BANNED')),
    CHECK ((decided_at IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX report_case_open ON report_case (kind, thing_id) WHERE decided_at IS NULL;

CREATE TABLE report (
    id          bigint PRIMARY KEY,
    case_id     bigint NOT NULL REFERENCES report_case (id),
    kind        text   NOT NULL,
    thing_id    bigint NOT NULL,
    reporter_id bigint NOT NULL REFERENCES member (id),
    reason      text   NOT NULL,
    at          bigint NOT NULL,
    CONSTRAINT report_once UNIQUE (reporter_id, kind, thing_id)
);
CREATE INDEX report_of_case ON report (case_id, id);
