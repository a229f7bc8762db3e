package com.neighborbid.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A visitor's connections, shared by the members that it becomes. After a call that was silent for too long none of them is used
 * again: where one is dead without a word the others are too, and each would be tried for as long. Safe for many threads.
 */
final class Connections {
    private final Duration patience;
    private final AtomicReference<HttpClient> client;

    /** @param patience how long a call may take, from connecting to the end of its answer */
    Connections(Duration patience) {
        this.patience = patience;
        client = new AtomicReference<>(open(patience));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpClient used = client.get();
        try {
            return used.send(request.timeout(patience).build(), BodyHandlers.ofString());
        } catch (HttpTimeoutException silent) {
            client.compareAndSet(used, open(patience));
            throw silent;
        }
    }

    private static HttpClient open(Duration patience) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }
}
