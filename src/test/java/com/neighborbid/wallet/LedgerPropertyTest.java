package com.neighborbid.wallet;

import static com.neighborbid.wallet.WalletFixture.won;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.RejectedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever happens in whatever order: the books balance, and every member has what a simple model says. */
class LedgerPropertyTest {
    private static final WalletFixture HOUSE = new WalletFixture();
    private static final int MEMBERS = 3;
    private static final int AUCTIONS = 3;

    enum Deed {
        TOP_UP,
        HOLD,
        RELEASE,
        SELL,
        REFUND,
        RELEASE_ALL
    }

    record Step(Deed deed, int member, int auction, long amount) {}

    @AfterContainer
    static void close() {
        HOUSE.close();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, MEMBERS - 1),
                        Arbitraries.integers().between(0, AUCTIONS - 1),
                        Arbitraries.longs().between(1, 1000))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    @Property(tries = 40)
    void balanceWithAnyHistory(@ForAll("steps") List<Step> steps) {
        Model model = new Model();
        steps.forEach(model::take);
        model.check();
        assertTrue(HOUSE.sheet().balances());
        assertTrue(HOUSE.audit().isClean(), () -> HOUSE.audit().toString());
    }

    /** Members' money kept in two maps, beside the ledger. */
    private static final class Model {
        final List<Long> members =
                Stream.generate(() -> HOUSE.memberWith(0)).limit(MEMBERS).toList();
        final List<Long> auctions =
                Stream.generate(HOUSE::auction).limit(AUCTIONS).toList();
        final long seller = HOUSE.memberWith(0);
        final Map<Integer, Long> available = new HashMap<>();
        final Map<List<Integer>, Long> held = new HashMap<>();
        long sold;

        void take(Step step) {
            long member = members.get(step.member);
            long auction = auctions.get(step.auction);
            List<Integer> paddle = List.of(step.member, step.auction);
            Sale sale = new Sale(auction, 1, won(step.amount));
            switch (step.deed) {
                case TOP_UP -> {
                    HOUSE.topUp(member, won(step.amount));
                    available.merge(step.member, step.amount, Long::sum);
                }
                case HOLD -> hold(step, member, auction, paddle);
                case RELEASE -> {
                    assertEquals(held.containsKey(paddle), HOUSE.ask(wallets -> wallets.release(member, auction)));
                    giveBack(paddle, 0);
                }
                case SELL, REFUND -> {
                    if (held.getOrDefault(paddle, 0L) >= step.amount) {
                        HOUSE.run(wallets -> wallets.capture(member, sale));
                        giveBack(paddle, step.amount);
                        settle(step, sale, member);
                    }
                }
                case RELEASE_ALL -> {
                    List<List<Integer>> open = held.keySet().stream()
                            .filter(key -> key.get(1) == step.auction)
                            .toList();
                    assertEquals(open.size(), HOUSE.releaseAll(auction));
                    open.forEach(key -> giveBack(key, 0));
                }
            }
        }

        private void hold(Step step, long member, long auction, List<Integer> paddle) {
            long more = step.amount - held.getOrDefault(paddle, 0L);
            boolean covered = available.getOrDefault(step.member, 0L) >= more;
            try {
                HOUSE.run(wallets -> wallets.hold(member, auction, won(step.amount)));
                assertTrue(covered, "held what is not there");
                held.put(paddle, step.amount);
                available.merge(step.member, -more, Long::sum);
            } catch (RejectedException refused) {
                assertTrue(!covered, "refused what is there");
            }
        }

        private void settle(Step step, Sale sale, long member) {
            if (step.deed == Deed.SELL) {
                HOUSE.run(wallets -> wallets.payEscrow(sale, seller, won(step.amount / 10)));
                sold += step.amount - step.amount / 10;
            } else {
                HOUSE.run(wallets -> wallets.refundEscrow(sale, member));
                available.merge(step.member, step.amount, Long::sum);
            }
        }

        private void giveBack(List<Integer> paddle, long less) {
            Long was = held.remove(paddle);
            if (was != null) {
                available.merge(paddle.get(0), was - less, Long::sum);
            }
        }

        void check() {
            for (int i = 0; i < MEMBERS; i++) {
                int member = i;
                long sumHeld = held.entrySet().stream()
                        .filter(entry -> entry.getKey().get(0) == member)
                        .mapToLong(Map.Entry::getValue)
                        .sum();
                assertEquals(
                        new Balance(available.getOrDefault(member, 0L), sumHeld, Currency.KRW),
                        HOUSE.balance(members.get(member)));
            }
            assertEquals(new Balance(sold, 0, Currency.KRW), HOUSE.balance(seller));
        }
    }
}
