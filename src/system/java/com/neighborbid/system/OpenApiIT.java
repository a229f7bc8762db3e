package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.load.ContractClient;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the house says of its HTTP calls: exactly those that its resources declare, the public contract's among them. */
@ExtendWith(RunningHouse.class)
class OpenApiIT {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** Those of the contract's calls that clients use already; none may go. */
    private static final List<String> CONTRACT = List.of(
            "POST /api/members",
            "GET /api/members/me",
            "PATCH /api/members/me",
            "PUT /api/members/me/neighbourhood",
            "POST /api/sessions",
            "DELETE /api/sessions/current",
            "GET /api/wallet",
            "GET /api/wallet/entries",
            "POST /api/payments",
            "POST /api/payments/{}/confirm",
            "POST /api/webhooks/{}",
            "GET /api/categories",
            "GET /api/auctions",
            "POST /api/auctions",
            "GET /api/auctions/{}",
            "POST /api/auctions/{}/cancel",
            "POST /api/auctions/{}/photos",
            "PUT /api/auctions/{}/watch",
            "DELETE /api/auctions/{}/watch",
            "GET /api/auctions/{}/paddle",
            "PUT /api/auctions/{}/paddle",
            "DELETE /api/auctions/{}/paddle",
            "GET /api/auctions/{}/bids",
            "POST /api/auctions/{}/bids",
            "GET /api/auctions/{}/log",
            "GET /api/orders",
            "GET /api/orders/{}",
            "POST /api/orders/{}/receipt",
            "POST /api/orders/{}/dispute",
            "GET /api/notifications",
            "POST /api/notifications/read");

    @Test
    void listsEveryDeclaredCallAndNoOther(URI house) {
        assertEquals(DeclaredCalls.all(), listed(house));
    }

    @Test
    void listsTheContract(URI house) {
        SortedSet<String> missing = new TreeSet<>(CONTRACT);
        missing.removeAll(listed(house));
        assertEquals(Set.of(), missing);
    }

    private static SortedSet<String> listed(URI house) {
        JsonObject api = ContractClient.visiting(house)
                .call("GET", "/openapi", null, "Accept", "application/json")
                .expect(200);
        SortedSet<String> listed = new TreeSet<>();
        api.getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().keySet().stream()
                        .filter(METHODS::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + DeclaredCalls.unnamed(path))
                        .forEach(listed::add));
        return listed;
    }
}
