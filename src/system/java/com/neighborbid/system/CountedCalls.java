package com.neighborbid.system;

import com.neighborbid.launcher.House;
import com.neighborbid.load.ContractClient;
import com.neighborbid.system.SpanReceiver.Span;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Counts the statements that calls have PostgreSQL execute, each call by a trace of its own. */
final class CountedCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SERVER = 2;

    private final House house;
    private final SpanReceiver collector;
    private final HttpClient http = HttpClient.newHttpClient();

    CountedCalls(House house, SpanReceiver collector) {
        this.house = house;
        this.collector = collector;
    }

    /** The statements of a GET that answers 200, the look-up of the member's session among them. */
    List<String> statements(ContractClient member, String path) throws IOException, InterruptedException {
        String trace = UUID.randomUUID().toString().replace("-", "");
        HttpRequest request = HttpRequest.newBuilder(house.url().resolve(path))
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .header("Authorization", "Bearer " + member.token())
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        // A call's own span ends, and is told, after those of its statements.
        Eventually.holds(
                PATIENCE,
                () -> collector.of(trace).stream().anyMatch(span -> span.kind() == SERVER),
                () -> "no span of " + path + " among\n" + collector);
        List<String> told = collector.of(trace).stream()
                .map(Span::attributes)
                .filter(attributes -> attributes.containsKey("db.statement"))
                .map(attributes -> attributes.get("db.statement"))
                .toList();
        return told.stream().anyMatch(CountedCalls::asksForTheSession)
                ? told
                : Stream.concat(Stream.of("the session, before the span"), told.stream())
                        .toList();
    }

    private static boolean asksForTheSession(String sql) {
        return sql.contains("token_hash=");
    }
}
