package com.neighborbid.launcher.demo;

/** The house did not answer, or could not serve now: worth another try later. */
final class HouseAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HouseAway(String message) {
        super(message);
    }

    HouseAway(String message, Throwable cause) {
        super(message, cause);
    }
}
