package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.launcher.House;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import com.neighborbid.system.SpanReceiver.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** What a collector hears of a house that is told to trace: every step of a bid and of a call, under one trace id. */
class TracesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long HOUR_MS = 3_600_000;
    private static final int SERVER = 2;
    private static final int ERROR = 2;
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";

    private static final int MOST_STATEMENTS = 4;
    /** The console's lists, what a member takes along, and files. */
    private static final List<String> EXEMPT =
            List.of("GET /api/admin", "GET /api/members/me/export", "GET /api/photos/");

    private static SpanReceiver collector;
    private static House house;
    private static ContractClient seller;
    private static ContractClient first;
    private static ContractClient second;

    @BeforeAll
    static void open() throws IOException {
        collector = new SpanReceiver();
        house = RunningHouse.start("traces", collector.environment());
        ContractClient visitor = ContractClient.visiting(house.url());
        seller = Members.join(visitor, "Seller");
        first = Members.join(visitor, "First");
        second = Members.join(visitor, "Second");
        first.topUp(1_000_000, "KRW");
        second.topUp(1_000_000, "KRW");
    }

    @AfterAll
    static void close() {
        if (house != null) {
            house.close();
        }
        collector.close();
    }

    private static String offer() {
        String auction = seller.offer(new NewAuction(
                "Lamp", seller.anyCategory(), "KRW", 1000, 100, 0, System.currentTimeMillis() + HOUR_MS, 0));
        first.paddle(auction, 50_000);
        second.paddle(auction, 50_000);
        return auction;
    }

    /** The trace of a bid over a socket, once all of these spans have come. */
    private static Map<String, Span> trace(String auction, String ref, String... names) {
        Eventually.holds(
                PATIENCE,
                () -> asked(auction, ref).findFirst().map(Span::trace).stream()
                        .anyMatch(trace -> collector.of(trace).stream()
                                .map(Span::name)
                                .collect(Collectors.toSet())
                                .containsAll(List.of(names))),
                () -> "not all of " + List.of(names) + " among\n" + collector);
        String trace = asked(auction, ref).findFirst().orElseThrow().trace();
        return collector.of(trace).stream().collect(Collectors.toMap(Span::name, span -> span, (a, b) -> a));
    }

    private static Stream<Span> asked(String auction, String ref) {
        return collector.spans().stream()
                .filter(span -> span.name().equals("nb_bid"))
                .filter(span -> auction.equals(span.attributes().get("nb.auction"))
                        && ref.equals(span.attributes().get("nb.ref")));
    }

    @Test
    void followsABidFromItsFrameToItsRowAndToWhoWasOutbid() throws InterruptedException {
        String auction = offer();
        assertEquals(200, first.bid(auction, "b1", 1000).status());
        // Of bids that are recorded together the first one's trace has the recording.
        trace(auction, "b1", "nb_recorded");
        try (Frames room = Frames.open(second.room(auction), second)) {
            room.next(frame -> frame.getString("type").equals("welcome"));
            room.send("{\"type\":\"bid\",\"ref\":\"b2\",\"amount\":2000}");
            room.next(frame -> frame.getString("type").equals("accepted"));
        }
        Map<String, Span> trace = trace(
                auction,
                "b2",
                "bid frame",
                "nb_bid",
                "nb.bids publish",
                "nb.bids process",
                "INSERT postgresql",
                "UPDATE postgresql",
                "nb_recorded",
                "nb.notices publish",
                "nb.notices process");
        assertEquals(SERVER, trace.get("bid frame").kind());
        assertEquals("", trace.get("bid frame").parent());
        assertEquals("ACCEPTED", trace.get("nb_bid").attributes().get("nb.answer"));
        child(trace, "nb_bid", "bid frame");
        child(trace, "nb.bids publish", "nb_bid");
        child(trace, "nb.bids process", "nb.bids publish");
        child(trace, "nb_recorded", "nb.bids process");
        child(trace, "UPDATE postgresql", "nb.bids process");
        child(trace, "nb.notices publish", "nb.bids process");
        child(trace, "nb.notices process", "nb.notices publish");
        assertTrue(collector.of(trace.get("nb_bid").trace()).stream()
                .map(span -> span.attributes().getOrDefault("db.statement", ""))
                .anyMatch(statement -> statement.startsWith("INSERT INTO bid ")));
        assertNotEquals(
                trace.get("bid frame").trace(),
                asked(auction, "b1").findFirst().orElseThrow().trace());
    }

    private static void child(Map<String, Span> trace, String name, String parent) {
        assertEquals(trace.get(parent).id(), trace.get(name).parent(), name);
    }

    @Test
    void followsACallWithItsStatementsAndTellsItsTrace() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/auctions/" + offer());
        assertEquals(200, answer.statusCode());
        String told = answer.headers().firstValue("traceresponse").orElse("none");
        assertTrue(told.startsWith("00-" + TRACE + "-"), told);
        Span call = call("GET /api/auctions/{id}");
        assertEquals(CALLER, call.parent());
        assertEquals(SERVER, call.kind());
        assertEquals(told.split("-")[2], call.id());
        assertEquals(
                answer.headers().firstValue("X-Request-Id").orElse(""),
                call.attributes().get("nb.request"));
        Eventually.holds(
                PATIENCE,
                () -> collector.of(TRACE).stream()
                        .anyMatch(span -> span.name().equals("SELECT postgresql")
                                && span.parent().equals(call.id())
                                && !span.attributes().get("db.statement").isEmpty()),
                () -> "no statement of " + call + " among\n" + collector);
    }

    @Test
    void takesAForeseenRefusalForNoError() throws IOException, InterruptedException {
        assertEquals(404, get("/api/auctions/" + Scene.NOBODYS + "/log").statusCode());
        assertNotEquals(ERROR, call("GET /api/auctions/{auction}/log").status());
    }

    private static Span call(String name) {
        Eventually.holds(
                PATIENCE,
                () -> collector.of(TRACE).stream().anyMatch(span -> span.name().equals(name)),
                () -> "no " + name + " among\n" + collector);
        return collector.of(TRACE).stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(house.url().resolve(path))
                .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void namesABidOverASocketInTheLogWithItsTrace() throws InterruptedException {
        String auction = offer();
        assertEquals(200, second.bid(auction, "kept", 1000).status());
        trace(auction, "kept", "nb_recorded");
        try (RedisClient redis = RedisClient.create(house.environment().get("NB_REDIS_URL"));
                Frames room = Frames.open(first.room(auction), first)) {
            room.next(frame -> frame.getString("type").equals("welcome"));
            redis.keys("nb:*:auction:" + auction + "*").forEach(redis::del);
            room.send("{\"type\":\"bid\",\"ref\":\"lost\",\"amount\":2000}");
            room.next(frame -> frame.getString("type").equals("accepted"));
        }
        String trace = trace(auction, "lost", "bid frame").get("bid frame").trace();
        Pattern line = Pattern.compile(
                "\\[[0-9a-z]{13}\\.\\d+ " + trace + "] .*" + auction, Pattern.DOTALL | Pattern.MULTILINE);
        Eventually.holds(PATIENCE, () -> line.matcher(log()).find(), () -> "no line of " + trace + " in the log");
    }

    @Test
    void answersNoCallWithMoreThanFourStatements() throws IOException, InterruptedException {
        Sale sale = Sale.made(house.url());
        String auction = offer();
        List<String> calls = List.of(
                "/api/auctions",
                "/api/auctions?state=OPEN&q=lamp&category=" + seller.anyCategory() + "&near=37.5,127&sort=distance",
                "/api/auctions?watched=true&sort=price",
                "/api/auctions/" + auction,
                "/api/auctions/" + sale.auction(),
                "/api/auctions/" + auction + "/bids",
                "/api/auctions/" + sale.auction() + "/bids",
                "/api/auctions/" + sale.auction() + "/log",
                "/api/auctions/" + auction + "/paddle",
                "/api/auctions/" + auction + "/chat",
                "/api/categories",
                "/api/members/me",
                "/api/notifications",
                "/api/orders",
                "/api/orders/" + sale.order(),
                "/api/sessions/mine",
                "/api/wallet",
                "/api/wallet/entries");
        assertEquals(
                DeclaredCalls.all().stream()
                        .filter(call ->
                                call.startsWith("GET ") && EXEMPT.stream().noneMatch(call::startsWith))
                        .map(call -> call.substring("GET ".length()))
                        .collect(Collectors.toSet()),
                calls.stream()
                        .map(path -> path.replaceAll("\\?.*", "").replaceAll("/[0-7][0-9a-hjkmnp-tv-z]{12}", "/{}"))
                        .collect(Collectors.toSet()));

        CountedCalls counted = new CountedCalls(house, collector);
        for (String path : calls) {
            ContractClient caller = path.contains(sale.order()) ? sale.buyer() : first;
            List<String> statements = counted.statements(caller, path);
            assertTrue(statements.size() <= MOST_STATEMENTS, () -> path + "\n" + String.join("\n", statements));
        }
    }

    /** The logs of this run's Payara; houses of earlier runs lie beside it. */
    private static String log() {
        try (Stream<Path> houses = Files.list(Path.of("target", "houses"))) {
            Path newest = houses.filter(path -> path.getFileName().toString().startsWith("traces-"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return Files.readString(newest.resolve("log/payara.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
