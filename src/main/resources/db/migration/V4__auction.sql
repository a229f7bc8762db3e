-- Lots and what is known of them: kept so that recording bids touches no index unless a bid moves the end.
CREATE TABLE category (
    id       text     PRIMARY KEY,
    position smallint NOT NULL UNIQUE,
    name_ko  text     NOT NULL,
    name_en  text     NOT NULL
);

INSERT INTO category (id, position, name_ko, name_en) VALUES
    ('electronics',  1, '디지털 기기',       'Electronics'),
    ('appliances',   2, '생활가전',          'Appliances'),
    ('furniture',    3, '가구/인테리어',     'Furniture'),
    ('kitchen',      4, '생활/주방',         'Home and kitchen'),
    ('kids',         5, '유아동',            'Baby and kids'),
    ('fashion',      6, '의류',              'Clothing'),
    ('accessories',  7, '잡화/액세서리',     'Bags and accessories'),
    ('watches',      8, '시계/주얼리',       'Watches and jewellery'),
    ('beauty',       9, '뷰티/미용',         'Beauty'),
    ('sports',      10, '스포츠/레저',       'Sports and outdoors'),
    ('bicycles',    11, '자전거/킥보드',     'Bicycles and scooters'),
    ('games',       12, '게임/취미',         'Games and hobbies'),
    ('music',       13, '음반/악기',         'Records and instruments'),
    ('books',       14, '도서',              'Books'),
    ('art',         15, '예술/수집품',       'Art and collectibles'),
    ('plants',      16, '식물',              'Plants'),
    ('pets',        17, '반려동물용품',      'Pet supplies'),
    ('tools',       18, '공구/산업용품',     'Tools'),
    ('vehicles',    19, '자동차/오토바이',   'Cars and motorcycles'),
    ('other',       20, '기타',              'Everything else');

-- From price to reserve_met is what is recorded of the live state, and moves with every batch of bids. The seller is a
-- member; the reference is not declared, as components do not declare references to each other's tables.
CREATE TABLE auction (
    id                     bigint   PRIMARY KEY,
    seller_id              bigint   NOT NULL,
    title                  text     NOT NULL,
    description            text     NOT NULL,
    category_id            text     NOT NULL REFERENCES category (id),
    condition              text,
    currency               text     NOT NULL,
    start_price            bigint   NOT NULL CHECK (start_price BETWEEN 1 AND 1000000000000),
    reserve_price          bigint   CHECK (reserve_price BETWEEN start_price AND 1000000000000),
    increments             text     NOT NULL,
    increment_table        text,
    opens_at               bigint   NOT NULL,
    first_ends_at          bigint   NOT NULL CHECK (first_ends_at > opens_at),
    soft_close_seconds     integer  NOT NULL CHECK (soft_close_seconds BETWEEN 0 AND 3600),
    soft_close_cap_seconds integer  NOT NULL CHECK (soft_close_cap_seconds BETWEEN 0 AND 86400),
    lat                    double precision,
    lng                    double precision,
    place                  text,
    radius_km              double precision CHECK (radius_km IS NULL OR lat IS NOT NULL),
    handover               text,
    created_at             bigint   NOT NULL,
    epoch                  bigint   NOT NULL DEFAULT 0,
    state                  text     NOT NULL CHECK (state IN ('SCHEDULED', 'OPEN', 'PAUSED', 'CLOSED')),
    outcome                text     CHECK (outcome IN ('SOLD', 'RESERVE_NOT_MET', 'NO_BIDS', 'WITHDRAWN')),
    closed_at              bigint,
    price                  bigint   NOT NULL,
    seq                    bigint   NOT NULL DEFAULT 0,
    leader                 integer,
    reserve_met            boolean  NOT NULL DEFAULT false,
    ends_at                bigint   NOT NULL,
    over                   boolean  NOT NULL GENERATED ALWAYS AS (state = 'CLOSED') STORED,
    CHECK ((lat IS NULL) = (lng IS NULL) AND (lat IS NULL) = (place IS NULL)),
    CHECK ((state = 'CLOSED') = (outcome IS NOT NULL) AND (state = 'CLOSED') = (closed_at IS NOT NULL)),
    CHECK ((seq = 0) = (leader IS NULL))
) WITH (fillfactor = 75);

CREATE INDEX auction_by_seller ON auction (seller_id, id);
CREATE INDEX auction_by_end ON auction (over, ends_at, id);
CREATE INDEX auction_by_category ON auction (category_id, over, ends_at, id);
CREATE INDEX auction_by_place ON auction USING gist (point(lng, lat));
CREATE INDEX auction_due ON auction ((CASE WHEN state = 'SCHEDULED' THEN opens_at ELSE ends_at END))
    WHERE state <> 'CLOSED';

-- Text as it is searched: normalised, and cut into pairs of characters, which finds parts of Korean words, too, and does
-- not depend on the server's locale. A table of its own, because it never changes with a bid.
CREATE TABLE auction_text (
    auction_id bigint PRIMARY KEY REFERENCES auction (id),
    text       text   NOT NULL,
    pairs      text[] NOT NULL
);
CREATE INDEX auction_text_by_pair ON auction_text USING gin (pairs);

-- Great-circle distance in km on a sphere of 6371 km (haversine); null when a place is unknown.
CREATE FUNCTION distance_km(lat1 double precision, lng1 double precision, lat2 double precision, lng2 double precision)
    RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN 12742 * asin(least(1, sqrt(sind((lat2 - lat1) / 2) ^ 2
                                      + cosd(lat1) * cosd(lat2) * sind((lng2 - lng1) / 2) ^ 2)));

-- Photos are files under their content's hash; the thumbnail is null until it is made.
CREATE TABLE photo (
    id         bigint  PRIMARY KEY,
    auction_id bigint  NOT NULL REFERENCES auction (id),
    file       text    NOT NULL,
    width      integer NOT NULL,
    height     integer NOT NULL,
    thumbnail  text,
    created_at bigint  NOT NULL
);
CREATE INDEX photo_by_auction ON photo (auction_id, id);

CREATE TABLE watch (
    member_id  bigint NOT NULL,
    auction_id bigint NOT NULL REFERENCES auction (id),
    created_at bigint NOT NULL,
    PRIMARY KEY (member_id, auction_id)
);
