package com.neighborbid.launcher;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** Where a broker listens, as {@code tcp://host:port}. */
record BrokerAddress(String host, int port) {
    private static final int MOST = 2;

    /**
     * The brokers of {@code NB_JMS_URL}, parted by a comma: one, or the two of a pair. A cluster of more tells the others by
     * itself.
     *
     * @throws LaunchFailure when they are anything else
     */
    static List<BrokerAddress> parseAll(String urls) {
        List<BrokerAddress> all = Arrays.stream(urls.split(",", -1))
                .map(url -> parse(url.strip()))
                .toList();
        if (all.size() > MOST) {
            throw new LaunchFailure(
                    "NB_JMS_URL must name one broker, or the two of a pair: tcp://host:port,tcp://host:port");
        }
        return all;
    }

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
