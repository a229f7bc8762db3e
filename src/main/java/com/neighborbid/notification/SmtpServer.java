package com.neighborbid.notification;

/**
 * The server that takes the house's mails.
 *
 * @param user empty where it asks for none
 */
record SmtpServer(String host, int port, String user, String password, Tls tls) {
    /** How the connection is kept private. */
    enum Tls {
        /** It is not: for a server on the same machine. */
        OFF,
        /** Begun in the clear and then required. */
        STARTTLS,
        /** From the first byte. */
        ON
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmtpServer[host=" + host + ", port=" + port + ", user=" + user + ", tls=" + tls + "]";
    }
}
