CREATE TABLE lamp (id bigint PRIMARY KEY, price bigint NOT NULL);
INSERT INTO lamp SELECT n, n FROM generate_series(1, 1000) n;
