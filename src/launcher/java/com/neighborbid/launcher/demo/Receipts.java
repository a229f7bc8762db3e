package com.neighborbid.launcher.demo;

import jakarta.json.JsonObject;
import java.util.List;

/** Bots that bought something confirm that they have it, some minutes after, one bot at a time. */
final class Receipts {
    private static final long EVERY_MS = 20_000;
    private static final long AGE_MS = 120_000;
    private static final String ORDERS = "/api/orders?limit=100";

    private final List<Member> buyers;
    private long looksAt;
    private int turn;

    Receipts(List<Member> buyers) {
        this.buyers = buyers;
    }

    /** Lets the next buyer look through its orders, when it is time. */
    void tend(long now) throws InterruptedException {
        if (now < looksAt || buyers.isEmpty()) {
            return;
        }
        looksAt = now + EVERY_MS;
        Member buyer = buyers.get(turn++ % buyers.size());
        Reply orders = buyer.call("GET", ORDERS, null);
        if (!orders.ok()) {
            return;
        }
        for (JsonObject order : orders.body().getJsonArray("items").getValuesAs(JsonObject.class)) {
            if (isDue(order, buyer, now)) {
                String id = order.getString("id");
                buyer.call("POST", "/api/orders/" + id + "/receipt", null, "Idempotency-Key", "receipt-" + id);
            }
        }
        buyer.topUpWhenPoor("KRW");
    }

    private static boolean isDue(JsonObject order, Member buyer, long now) {
        return order.getString("status").equals("HELD_IN_ESCROW")
                && order.getJsonObject("buyer").getString("id").equals(buyer.id())
                && order.getJsonNumber("createdAt").longValue() < now - AGE_MS;
    }
}
