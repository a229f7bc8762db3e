package com.neighborbid.operations;

import java.util.List;
import java.util.Map;

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

    /** Bids that this instance accepted since its start. */
    long getBidsAccepted();

    /** Bids that it answered otherwise. */
    long getBidsRejected();

    /** Bids that wait for a dispatcher. */
    int getBidsWaiting();

    /** What half of the bids were answered within, of those of the last ten seconds; 0 without one. */
    double getAnswerMillisP50();

    /** The same for 95 of a hundred. */
    double getAnswerMillisP95();

    /** The same for 99 of a hundred. */
    double getAnswerMillisP99();

    /** Age of the house's oldest decision that is not recorded; -1 where no worker told it. */
    long getRelayLagMillis();

    /** Messages that wait in each of the broker's queues; none where no worker told it. */
    Map<String, Long> getQueueDepths();

    /** Messages in the database that wait for the broker; -1 where no worker told it. */
    long getOutboxMessages();

    /** Messages that failed for good; -1 where no worker told it. */
    long getDeadLetters();

    /** Connections to PostgreSQL in use, of those that there may be. */
    int getDatabaseConnections();

    /** Connections to PostgreSQL that there may be. */
    int getDatabaseConnectionsMost();

    /** Connections to Redis in use. */
    int getRedisConnections();
}
