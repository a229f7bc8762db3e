package com.neighborbid.platform;

/** What an instance of the WAR does: any of them, named by {@code NB_ROLE}. */
public enum Role {
    /** HTTP: members, money, auctions, pages. */
    WEB,
    /** WebSocket: live rooms. */
    LIVE,
    /** Recording, closing, settlement, mail. */
    WORKER
}
