package com.neighborbid.wallet;

import static com.neighborbid.wallet.WalletFixture.won;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.RejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Many at once: nothing is spent twice, nobody waits for ever, and the books balance. */
class ConcurrentHoldsTest {
    private static final WalletFixture HOUSE = new WalletFixture();
    private static final int THREADS = 8;

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void oneWalletIsNeverSpentTwice() throws Exception {
        long mina = HOUSE.memberWith(1_000);
        List<Callable<Integer>> calls = Stream.<Callable<Integer>>generate(() -> () -> {
                    try {
                        HOUSE.run(wallets -> wallets.hold(mina, HOUSE.auction(), won(150)));
                        return 1;
                    } catch (RejectedException refused) {
                        return 0;
                    }
                })
                .limit(40)
                .toList();
        assertEquals(6, sum(calls));
        assertEquals(new Balance(100, 900, Currency.KRW), HOUSE.balance(mina));
        assertTrue(HOUSE.audit().isClean());
    }

    @Test
    void aPaddleOfOneMemberHasOneHold() throws Exception {
        long mina = HOUSE.memberWith(10_000);
        long auction = HOUSE.auction();
        Random random = new Random(7);
        List<Callable<Integer>> calls = Stream.<Callable<Integer>>generate(() -> {
                    long limit = 1 + random.nextInt(9_999);
                    return () -> {
                        HOUSE.run(wallets -> wallets.hold(mina, auction, won(limit)));
                        return 1;
                    };
                })
                .limit(60)
                .toList();
        assertEquals(60, sum(calls));
        long held = HOUSE.ask(wallets -> wallets.openHold(mina, auction))
                .orElseThrow()
                .amount();
        assertEquals(new Balance(10_000 - held, held, Currency.KRW), HOUSE.balance(mina));
        assertTrue(HOUSE.audit().isClean());
    }

    @Test
    void auctionsWithTheSameMembersEndAtTheSameTime() throws Exception {
        List<Long> members =
                Stream.generate(() -> HOUSE.memberWith(10_000)).limit(40).toList();
        List<Long> auctions = Stream.generate(HOUSE::auction).limit(6).toList();
        auctions.forEach(auction ->
                members.forEach(member -> HOUSE.run(wallets -> wallets.hold(member, auction, won(1_000)))));
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < auctions.size(); i++) {
            long auction = auctions.get(i);
            long winner = members.get(i * 6);
            calls.add(() -> {
                HOUSE.run(wallets -> wallets.capture(winner, new Sale(auction, 1, won(900))));
                return HOUSE.releaseAll(auction);
            });
            calls.add(() -> {
                HOUSE.topUp(winner, won(5));
                return 0;
            });
        }
        assertEquals(auctions.size() * (members.size() - 1), sum(calls));
        members.forEach(member -> assertEquals(0, HOUSE.balance(member).held()));
        assertTrue(HOUSE.sheet().balances());
        assertTrue(HOUSE.audit().isClean());
    }

    private static int sum(List<Callable<Integer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            int sum = 0;
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                sum += answer.get();
            }
            return sum;
        } finally {
            threads.shutdownNow();
        }
    }
}
