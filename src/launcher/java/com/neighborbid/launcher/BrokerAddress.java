package com.neighborbid.launcher;

import java.net.URI;

/** Where the broker listens, as {@code tcp://host:port}. */
record BrokerAddress(String host, int port) {

    /** @throws LaunchFailure when it is anything else */
    static BrokerAddress parse(String url) {
        try {
            URI uri = URI.create(url);
            if ("tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                return new BrokerAddress(uri.getHost(), uri.getPort() < 0 ? 61616 : uri.getPort());
            }
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure("NB_JMS_URL cannot be read; it must be tcp://host:port", e);
        }
        throw new LaunchFailure(
                "NB_JMS_URL must be tcp://host:port; credentials go into NB_MQ_USER and NB_MQ_PASSWORD");
    }

    String url() {
        return "tcp://" + host + ":" + port;
    }
}
