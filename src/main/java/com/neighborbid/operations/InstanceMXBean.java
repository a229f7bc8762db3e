package com.neighborbid.operations;

import java.util.List;

/** What JMX shows of this instance, as {@code com.neighborbid:type=Instance}. */
public interface InstanceMXBean {
    /** Its name among its like. */
    String getNode();

    /** What it does. */
    List<String> getRoles();

    /** Whether it was asked to end and is on its way out. */
    boolean isLeaving();

    /** HTTP calls that are being answered now. */
    int getCalls();

    /** Open rooms. */
    int getRooms();

    /** Open sockets. */
    int getSockets();
}
