package com.neighborbid.bidding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way from the outbox streams to the recorder: one text message, an entry a line as
 * {@code partition before id event}. A line break inside an event (a ref may hold one) is written {@code \n}.
 */
record RelayedBatch(List<Entry> entries) {
    RelayedBatch {
        entries = List.copyOf(entries);
    }

    /**
     * An entry of a partition's outbox.
     *
     * @param before the entry before it there, by which the recorder knows that it misses none
     * @param trace of the bid, null for none; it is no part of the text
     */
    record Entry(
            int partition,
            StreamPosition before,
            StreamPosition position,
            String event,
            @Nullable String trace) {
        Entry(int partition, StreamPosition before, StreamPosition position, String event) {
            this(partition, before, position, event, null);
        }
    }

    /** The traces of its bids, where they have one. */
    List<String> traces() {
        List<String> traces = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.trace != null) {
                traces.add(entry.trace);
            }
        }
        return traces;
    }

    String text() {
        StringBuilder text = new StringBuilder(entries.size() * 200);
        for (Entry entry : entries) {
            text.append(entry.partition)
                    .append(' ')
                    .append(entry.before)
                    .append(' ')
                    .append(entry.position)
                    .append(' ')
                    .append(escape(entry.event))
                    .append('\n');
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException when it is not the {@link #text()} of a batch */
    static RelayedBatch parse(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                int first = line.indexOf(' ');
                int second = line.indexOf(' ', first + 1);
                int third = line.indexOf(' ', second + 1);
                if (first < 0 || second < 0 || third < 0) {
                    throw new IllegalArgumentException("no entry of a batch: " + line);
                }
                entries.add(new Entry(
                        Integer.parseInt(line.substring(0, first)),
                        StreamPosition.parse(line.substring(first + 1, second)),
                        StreamPosition.parse(line.substring(second + 1, third)),
                        unescape(line.substring(third + 1))));
            }
        }
        return new RelayedBatch(entries);
    }

    private static String escape(String event) {
        return event.indexOf('\n') < 0 && event.indexOf('\\') < 0
                ? event
                : event.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String unescape(String line) {
        if (line.indexOf('\\') < 0) {
            return line;
        }
        StringBuilder event = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
                if (i == line.length()) {
                    throw new IllegalArgumentException("an entry of a batch is cut off: " + line);
                }
                c = line.charAt(i) == 'n' ? '\n' : '\\';
            }
            event.append(c);
        }
        return event.toString();
    }
}
