package com.neighborbid.platform;

import jakarta.persistence.EntityManager;

/** Inboxes outside the container. */
public final class TestInbox {
    private TestInbox() {}

    /** One that works in the entity manager's transaction. */
    public static Inbox in(EntityManager entities) {
        Inbox inbox = new Inbox();
        inbox.entities = entities;
        inbox.time = new Time();
        return inbox;
    }
}
