package com.neighborbid.faults;

import com.neighborbid.bidding.RoomKeys;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.resps.StreamEntry;

/** What is in Redis's outbox streams and not in PostgreSQL. */
final class Streams {
    private static final int PARTITIONS = 64;

    private Streams() {}

    /** 13: events beyond the watermark; empty where all is recorded. */
    static List<String> notRecorded(Engines engines) throws SQLException {
        Map<Integer, String> watermarks = new HashMap<>();
        try (Books books = Books.open(engines.environment())) {
            for (Books.Row row : books.ask("SELECT partition, millis, counter FROM relay_position")) {
                watermarks.put((int) row.number(0), row.get(1) + "-" + row.get(2));
            }
        }
        RedisNode primary = engines.redis().primary();
        List<String> left = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            String stream = RoomKeys.outbox(partition);
            String from = "(" + watermarks.getOrDefault(partition, "0-0");
            List<StreamEntry> entries = primary.ask(client -> client.xrange(stream, from, "+", 1));
            if (!entries.isEmpty()) {
                left.add("13 partition " + partition + " has an event that is not recorded: " + entries);
            }
        }
        return left;
    }
}
