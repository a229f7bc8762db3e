package com.neighborbid.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.TestHouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes of a seller that leaves, to the files on the disk. */
class AuctionDataTest {
    private static final long SELLER = 1;

    @TempDir
    Path directory;

    private TestHouse house;
    private PhotoFiles files;
    private AuctionData data;

    @BeforeEach
    void open() {
        files = new PhotoFiles(directory);
        house = new TestHouse().with(files);
        data = house.get(AuctionData.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void lot(long id, long seller, String outcome, String file) {
        String closed = outcome.isEmpty() ? "'OPEN', NULL, NULL" : "'CLOSED', '" + outcome + "', 9";
        execute(
                "INSERT INTO auction (id, seller_id, title, description, category_id, currency, start_price, increments,"
                        + " opens_at, first_ends_at, soft_close_seconds, soft_close_cap_seconds, lat, lng, place, radius_km,"
                        + " created_at, state, outcome, closed_at, price, ends_at) VALUES (" + id + ", " + seller
                        + ", 'Bicycle', 'As I rode it', 'bicycles', 'KRW', 1, '0:1', 0, 1, 0, 0, 37, 127, 'Mangwon', 2, 0, "
                        + closed + ", 1, 1)");
        execute("INSERT INTO auction_text (auction_id, text, pairs) VALUES (" + id + ", 'as i rode it', '{}')");
        execute("INSERT INTO photo (id, auction_id, file, width, height, created_at) VALUES (" + id + ", " + id + ", '"
                + file + "', 1, 1, 0)");
    }

    private void execute(String sql) {
        house.together(entities -> entities.createNativeQuery(sql).executeUpdate());
    }

    private long count(String sql) {
        return ((Number) house.together(
                        entities -> entities.createNativeQuery(sql).getSingleResult()))
                .longValue();
    }

    private String store(String content) throws IOException {
        return files.store(content.getBytes(StandardCharsets.UTF_8));
    }

    private void erase() {
        house.together(entities -> {
            data.erase(SELLER);
            return 0;
        });
        house.get(PhotoSweep.class).turn();
    }

    @Test
    void unsoldLotLosesItsPicturesAndItsWords() throws IOException {
        String own = store("own");
        String shared = store("shared");
        String sold = store("sold");
        lot(10, SELLER, "NO_BIDS", own);
        lot(11, SELLER, "WITHDRAWN", shared);
        lot(12, SELLER, "SOLD", sold);
        lot(13, 2, "NO_BIDS", shared);
        execute("INSERT INTO watch (member_id, auction_id, created_at) VALUES (1, 13, 0)");

        erase();

        assertTrue(files.find(own).isEmpty());
        assertTrue(files.find(shared).isPresent(), "another lot shows it");
        assertTrue(files.find(sold).isPresent());
        assertEquals(0, count("SELECT count(*) FROM photo_leftover"));
        assertEquals(0, count("SELECT count(*) FROM watch"));
        assertEquals(2, count("SELECT count(*) FROM auction WHERE description = ''"));
        assertEquals(1, count("SELECT count(*) FROM auction WHERE place IS NOT NULL"));
        assertEquals(2, count("SELECT count(*) FROM auction_text"));
    }

    @Test
    void sellerOfARunningAuctionStays() throws IOException {
        lot(10, SELLER, "", store("own"));

        RejectedException refused = assertThrows(
                RejectedException.class,
                () -> house.together(entities -> {
                    data.checkFree(SELLER);
                    return 0;
                }));

        assertEquals(AuctionRejection.AUCTION_RUNNING, refused.rejection());
        assertFalse(files.find(store("own")).isEmpty());
    }
}
