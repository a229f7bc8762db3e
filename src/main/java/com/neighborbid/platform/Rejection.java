package com.neighborbid.platform;

/** An expected refusal: a value of an enum, shared by HTTP and WebSocket. */
public interface Rejection {
    /** The stable code, UPPER_SNAKE: an enum's own name. */
    String name();

    /** The HTTP status that it answers with. */
    int status();

    /** One short sentence for people. */
    String title();

    /** The code in the form of a problem type: {@code OWN_AUCTION} is {@code own-auction}. */
    default String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
