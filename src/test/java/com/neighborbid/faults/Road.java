package com.neighborbid.faults;

/** A link of the harness for tests of other components: a port of loopback that leads to another one. */
public final class Road implements AutoCloseable {
    private final Links links = new Links();
    private final Link link;

    /** @param target the port where it leads */
    public Road(int target) {
        link = links.open("a road", target);
    }

    /** Where clients connect. */
    public int port() {
        return link.port();
    }

    /** Of every open connection the server's end is closed, and the client is not told; new ones are as ever. */
    public void halfOpen() {
        link.halfOpen();
    }

    @Override
    public void close() {
        links.close();
    }
}
