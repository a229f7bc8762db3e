package com.neighborbid.faults;

import com.neighborbid.load.Answer;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import com.neighborbid.load.Seat;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The members and the auctions of a round: some that last, and short ones, of which a new one is offered whenever one has
 * ended, so that closings and settlements meet every fault.
 */
final class Auctioneer {
    static final long START_PRICE = 1_000;
    static final long INCREMENT = 100;

    private static final int BIDDERS = 5;
    private static final int SEATS = 3;
    private static final long MONEY = 1_000_000_000;
    private static final long LIMIT = 5_000_000;
    private static final int SHORT_LEAST_SECONDS = 12;
    private static final int SHORT_SPREAD_SECONDS = 12;
    private static final int SOFT_CLOSE_SECONDS = 2;
    private static final Duration LASTING = Duration.ofHours(2);
    private static final String PASSWORD = "correct horse battery staple";

    private final ContractClient visitor;
    private final ContractClient seller;
    private final ContractClient admin;
    private final List<ContractClient> members;
    private final List<Sale> sales = new ArrayList<>();
    private final History history;
    private final Random random;

    Auctioneer(ContractClient visitor, History history, Random random) {
        this.visitor = visitor;
        this.history = history;
        this.random = random;
        seller = join("seller");
        admin = visitor.login(Estate.ADMIN_EMAIL, Estate.ADMIN_PASSWORD);
        members = IntStream.range(0, BIDDERS).mapToObj(this::bidder).toList();
    }

    private ContractClient join(String name) {
        String email = name + "-" + UUID.randomUUID() + "@example.com";
        visitor.register(email, PASSWORD, name);
        return visitor.login(email, PASSWORD);
    }

    private ContractClient bidder(int number) {
        ContractClient member = join("bidder" + number);
        member.topUp(MONEY, "KRW");
        history.paid(member.member(), MONEY);
        return member;
    }

    List<ContractClient> members() {
        return members;
    }

    /** Every auction so far. */
    synchronized List<Sale> sales() {
        return List.copyOf(sales);
    }

    /** How many short auctions are open. */
    long openForAWhile() {
        return sales().stream().filter(sale -> !sale.lasting() && sale.isOpen()).count();
    }

    /** Offers one that lasts until it is withdrawn; everybody takes a paddle. */
    Sale offerLasting() {
        return offer(System.currentTimeMillis() + LASTING.toMillis(), 0, true, members);
    }

    /** Offers one of some seconds, one in three with a reserve; some members take a paddle, and one gives its back. */
    Sale offerShort() {
        List<ContractClient> some = new ArrayList<>(members);
        Collections.shuffle(some, random);
        long reserve = random.nextInt(3) == 0 ? START_PRICE + random.nextInt(40) * INCREMENT : 0;
        long endsAt = System.currentTimeMillis() + 1000L * (SHORT_LEAST_SECONDS + random.nextInt(SHORT_SPREAD_SECONDS));
        Sale sale = offer(endsAt, reserve, false, some.subList(0, SEATS));
        ContractClient shy = some.get(SEATS);
        if (shy.askPaddle(sale.auction(), LIMIT).status() == 200) {
            Insistence.on(() -> shy.call("DELETE", "/api/auctions/" + sale.auction() + "/paddle", null));
        }
        return sale;
    }

    private Sale offer(long endsAt, long reserve, boolean lasting, List<ContractClient> takers) {
        String category = visitor.anyCategory();
        String auction = seller.offer(
                new NewAuction("A lot", category, "KRW", START_PRICE, INCREMENT, reserve, endsAt, SOFT_CLOSE_SECONDS));
        List<Seat> seats = new ArrayList<>();
        for (ContractClient member : takers) {
            Answer answer = Insistence.on(() -> member.askPaddle(auction, LIMIT));
            if (answer.status() == 200) {
                seats.add(new Seat(member, (int) answer.number("paddle"), LIMIT));
            } else if (!answer.code().equals("CLOSED")) {
                history.contradiction("paddle in " + auction + ": " + answer);
            }
        }
        Sale sale = new Sale(auction, endsAt, lasting, seats);
        synchronized (this) {
            sales.add(sale);
        }
        return sale;
    }

    /** The house takes the lasting auctions back, as an admin may: every hold is released. */
    void withdrawLasting() {
        JsonObject act = Json.createObjectBuilder()
                .add("reason", "the round is over")
                .add("confirm", true)
                .build();
        for (Sale sale : sales()) {
            if (sale.lasting()) {
                Answer answer = Insistence.on(
                        () -> admin.call("POST", "/api/admin/auctions/" + sale.auction() + "/withdraw", act));
                if (answer.status() != 200) {
                    history.contradiction("withdrawing " + sale.auction() + ": " + answer);
                }
            }
        }
    }
}
