package com.neighborbid.bidding;

/** A place in an outbox stream: Redis's id of an entry, which rises. */
record StreamPosition(long millis, long counter) implements Comparable<StreamPosition> {
    static final StreamPosition START = new StreamPosition(0, 0);

    /** @throws IllegalArgumentException when it is no id of an entry */
    static StreamPosition parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("no place in a stream: " + text);
        }
        return new StreamPosition(Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }

    @Override
    public int compareTo(StreamPosition other) {
        int byMillis = Long.compare(millis, other.millis);
        return byMillis != 0 ? byMillis : Long.compare(counter, other.counter);
    }

    @Override
    public String toString() {
        return millis + "-" + counter;
    }

    /** Where a range begins that holds only what comes after it. */
    String after() {
        return "(" + this;
    }
}
