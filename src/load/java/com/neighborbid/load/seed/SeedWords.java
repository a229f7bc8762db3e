package com.neighborbid.load.seed;

/**
 * What lots are called, as SQL: a third in English, the rest in Korean. Some words are in every lot, some in one of
 * twenty, some in a few, and each lot has a code of its own.
 */
final class SeedWords {
    /** Salted noise for a number, from 0 to 2^31 - 1: the same in every house. */
    static final String NOISE = """
            CREATE FUNCTION seed.noise(n bigint, salt int) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
            RETURN hashint8extended(n, salt) & 2147483647""";

    static final String TITLE = """
            CREATE FUNCTION seed.title(j bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
            CASE WHEN seed.noise(j, 1) % 3 = 0 THEN
              (ARRAY['old','new','red','blue','small','large','folding','vintage','wooden','quiet','light','sturdy'])
                [1 + seed.noise(j, 2) % 12] || ' ' ||
              (ARRAY['bicycle','camera','desk','lamp','guitar','keyboard','chair','kettle','tent','jacket','watch','record',
                     'monitor','bookshelf','heater','drill','stroller','mirror','carpet','radio'])[1 + seed.noise(j, 3) % 20]
            ELSE
              (ARRAY['오래된','새','빨간','파란','작은','커다란','접이식','빈티지','원목','조용한','가벼운','튼튼한'])
                [1 + seed.noise(j, 2) % 12] || ' ' ||
              (ARRAY['자전거','카메라','책상','조명','기타','키보드','의자','주전자','텐트','재킷','시계','음반',
                     '모니터','책장','난로','드릴','유모차','거울','카펫','라디오'])[1 + seed.noise(j, 3) % 20]
            END || ' m' || seed.noise(j, 4) % 20000
              || CASE WHEN seed.noise(j, 5) % 50 = 0 THEN ' ' || seed.rare(j) ELSE '' END""";

    /** One of ten thousand words of two syllables, each in one lot of 500,000. */
    static final String RARE = """
            CREATE FUNCTION seed.rare(j bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
            chr((44032 + (seed.noise(j, 6) % 100) * 28 * 3)::int) || chr((44060 + (seed.noise(j, 7) % 100) * 28 * 3)::int)""";

    static final String DESCRIPTION = """
            CREATE FUNCTION seed.description(j bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
            '직거래 우선입니다. ' ||
            (ARRAY['이사하면서 내놓습니다.','거의 쓰지 않았습니다.','생활 흠집이 조금 있습니다.','상자와 설명서가 있습니다.',
                   '선물로 받았는데 쓸 일이 없네요.','아이가 커서 필요 없어졌어요.','배터리는 지난달에 바꿨습니다.',
                   '집 앞에서 보실 수 있습니다.','흡연하지 않는 집입니다.','반려동물이 없는 집입니다.'])[1 + seed.noise(j, 8) % 10]
            || ' ' ||
            (ARRAY['pick up after six','works as it should','a few scratches on one side','we are moving house',
                   'bought two years ago','all parts are in the box','can be seen at the weekend','cash or transfer',
                   'kept in a dry room','ask me anything'])[1 + seed.noise(j, 9) % 10] || ' zx' || j""";

    /** Pairs of neighbouring characters of each word, each pair once, as {@code auction.SearchText} makes them. */
    static final String PAIRS = """
            CREATE FUNCTION seed.pairs(t text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT array_agg(DISTINCT substr(w, g, 2)) FROM unnest(string_to_array(t, ' ')) w,
                   generate_series(1, length(w) - 1) g $$""";

    private SeedWords() {}
}
