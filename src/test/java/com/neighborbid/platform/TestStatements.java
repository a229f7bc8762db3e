package com.neighborbid.platform;

import jakarta.persistence.EntityManager;

/** Statements in a transaction that a test has open. */
public final class TestStatements {
    private TestStatements() {}

    public static Statements in(EntityManager entities) {
        Statements statements = new Statements();
        statements.entities = entities;
        return statements;
    }
}
