package com.neighborbid.load.seed;

import java.sql.SQLException;

/** Members, all of whom came on the first day and none of whom has a password. */
final class SeedMembers {
    private static final String ID = """
            CREATE FUNCTION seed.member_id(i bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
            RETURN (({begin} - {epoch} + i * {memberStep}) << 22) | i""";
    private static final String MEMBERS = """
            INSERT INTO member (id, email, email_key, password_hash, display_name, locale, rating, lat, lng, place,
                                proven_at, created_at)
            SELECT seed.member_id(i), 'n' || i || '@load.invalid', 'n' || i || '@load.invalid', 'none',
                   CASE WHEN i % 3 = 0 THEN 'neighbour ' ELSE '이웃 ' END || i, CASE WHEN i % 3 = 0 THEN 'en' ELSE 'ko' END,
                   CASE WHEN i % 2 = 0 THEN 3 + (seed.noise(i, 20) % 200) / 100.0 END,
                   37.4 + (seed.noise(i, 21) % 3000) / 10000.0, 126.8 + (seed.noise(i, 22) % 4000) / 10000.0, '서울',
                   {now} - seed.noise(i, 23) % (20 * {day}), {begin} + i * {memberStep}
            FROM generate_series(1, {members}) i""";
    private static final String PAYMENTS = """
            INSERT INTO payment (id, member_id, gateway, method, amount, currency, status, created_at)
            SELECT ((({begin} + 1000 - {epoch} + i * {memberStep})) << 22) | i, seed.member_id(i), 'sandbox', 'card_ok',
                   100000000, 'KRW', 'CAPTURED', {begin} + 1000 + i * {memberStep}
            FROM generate_series(1, {members}) i""";

    private SeedMembers() {}

    static void run(SeedConnection database) throws SQLException {
        database.run(ID);
        database.step("members", MEMBERS);
        database.step("payments", PAYMENTS);
    }
}
