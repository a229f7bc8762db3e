package com.neighborbid.platform;

import jakarta.annotation.sql.DataSourceDefinition;

/**
 * The pool of connections to PostgreSQL. It checks a connection that was not checked for a second, so that it recovers by
 * itself when the server was restarted, and gives up on a frozen one after the driver's time-outs: a statement has five
 * seconds. What the server has forgotten is given up before that ({@link DatabasePulse}). When one connection turns out to
 * be dead, all are made anew, for each would take as long to find out. The server in turn ends a transaction that asks for
 * nothing for so long: its node may have lost its power or its network, which tells the server nothing, and what it had
 * locked, the record of an auction among it, nobody else could go on with.
 */
@DataSourceDefinition(
        name = Database.POOL,
        className = "com.neighborbid.platform.GuardedDataSource",
        url = "${MPCONFIG=nb.db.url}",
        user = "${MPCONFIG=nb.db.user}",
        password = "${MPCONFIG=nb.db.password}",
        minPoolSize = 4,
        maxPoolSize = Database.CONNECTIONS_MOST,
        properties = {
            "reWriteBatchedInserts=true",
            "socketTimeout=5",
            "connectTimeout=5",
            "tcpKeepAlive=true",
            "options=-c idle_in_transaction_session_timeout=" + Database.IDLE_MS_MOST,
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true"
        })
final class Database {
    static final String POOL = "java:app/jdbc/neighborbid";
    static final int CONNECTIONS_MOST = 30;
    /** Those of {@link Reads}. */
    static final int READERS_MOST = 10;
    /** How long a transaction may wait for something else than the server: longer than calls to both brokers of a pair. */
    static final String IDLE_MS_MOST = "10000";

    private Database() {}
}
