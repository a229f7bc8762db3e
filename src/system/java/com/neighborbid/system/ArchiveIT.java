package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.launcher.House;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.RecordedBid;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An auction that has been over for long: its bids go to the archive, and every call about them answers as before. */
@ExtendWith(RunningHouse.class)
class ArchiveIT {
    /** How long bids have rows of their own, by default. */
    private static final long HOT_MS = Duration.ofDays(180).toMillis();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void logOfAnArchivedAuctionStillProves(URI house, House running) throws SQLException {
        Sale sale = Sale.made(house);
        ContractClient visitor = ContractClient.visiting(house);
        String log = visitor.log(sale.auction()).toString();
        List<RecordedBid> bids = visitor.recordedBids(sale.auction());
        assertEquals(1, bids.size());
        try (Database database = Database.of(running)) {
            String closed = "state = 'CLOSED' AND title = '"
                    + visitor.auction(sale.auction()).getString("title") + "'";
            assertEquals(
                    1,
                    database.change("UPDATE auction SET closed_at = " + (System.currentTimeMillis() - HOT_MS + 2_000)
                            + " WHERE " + closed));

            Eventually.holds(PATIENCE, () -> isArchived(database, closed), "the bids are not archived");
            assertEquals(
                    0, database.number("SELECT count(*) FROM bid JOIN auction ON id = auction_id WHERE " + closed));
        }
        assertEquals(log, visitor.log(sale.auction()).toString());
        assertEquals(bids, visitor.recordedBids(sale.auction()));
        assertTrue(Console.of(house).rows("bids", sale.auction()).get(0).containsKey("amount"));
    }

    private static boolean isArchived(Database database, String closed) {
        try {
            return database.number("SELECT count(*) FROM bid_archive JOIN auction ON id = auction_id WHERE " + closed)
                    == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
