package com.neighborbid.wallet;

import static com.neighborbid.wallet.WalletFixture.won;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.RejectedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WalletsTest {
    private static final WalletFixture HOUSE = new WalletFixture();

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @AfterEach
    void booksBalance() {
        assertTrue(HOUSE.sheet().balances(), () -> HOUSE.sheet().toString());
        assertTrue(HOUSE.audit().isClean(), () -> HOUSE.audit().toString());
    }

    @Test
    void aNewMemberHasNothing() {
        assertEquals(new Balance(0, 0, Currency.KRW), HOUSE.balance(HOUSE.memberWith(0)));
    }

    @Test
    void aTopUpIsAvailableInItsCurrencyAlone() {
        long mina = HOUSE.memberWith(50_000);
        HOUSE.topUp(mina, new Money(700, Currency.USD));
        assertEquals(new Balance(50_000, 0, Currency.KRW), HOUSE.balance(mina));
        assertEquals(new Balance(700, 0, Currency.USD), HOUSE.ask(wallets -> wallets.balance(mina, Currency.USD)));
    }

    @Test
    void aHoldTakesTheDifferenceWhenItIsRaisedAndGivesItBackWhenLowered() {
        long mina = HOUSE.memberWith(50_000);
        long auction = HOUSE.auction();
        HOUSE.run(wallets -> wallets.hold(mina, auction, won(20_000)));
        assertEquals(new Balance(30_000, 20_000, Currency.KRW), HOUSE.balance(mina));
        HOUSE.run(wallets -> wallets.hold(mina, auction, won(50_000)));
        assertEquals(new Balance(0, 50_000, Currency.KRW), HOUSE.balance(mina));
        HOUSE.run(wallets -> wallets.hold(mina, auction, won(50_000)));
        HOUSE.run(wallets -> wallets.hold(mina, auction, won(1)));
        assertEquals(new Balance(49_999, 1, Currency.KRW), HOUSE.balance(mina));
        assertEquals(Optional.of(won(1)), HOUSE.ask(wallets -> wallets.openHold(mina, auction)));
    }

    @Test
    void refusesAHoldThatIsNotCovered() {
        long mina = HOUSE.memberWith(50_000);
        long auction = HOUSE.auction();
        HOUSE.run(wallets -> wallets.hold(mina, auction, won(20_000)));
        RejectedException refused = assertThrows(
                RejectedException.class, () -> HOUSE.run(wallets -> wallets.hold(mina, auction, won(50_001))));
        assertEquals(WalletRejection.INSUFFICIENT_FUNDS, refused.rejection());
        assertEquals(new Balance(30_000, 20_000, Currency.KRW), HOUSE.balance(mina));
    }

    @Test
    void releasesAHoldOnce() {
        long mina = HOUSE.memberWith(50_000);
        long auction = HOUSE.auction();
        HOUSE.run(wallets -> wallets.hold(mina, auction, won(20_000)));
        assertEquals(true, HOUSE.ask(wallets -> wallets.release(mina, auction)));
        assertEquals(false, HOUSE.ask(wallets -> wallets.release(mina, auction)));
        assertEquals(new Balance(50_000, 0, Currency.KRW), HOUSE.balance(mina));
        HOUSE.run(wallets -> wallets.hold(mina, auction, won(10_000)));
        assertEquals(new Balance(40_000, 10_000, Currency.KRW), HOUSE.balance(mina));
    }

    @Test
    void aSalePaysTheSellerLessTheFeeAndGivesEverybodyElseTheirsBack() {
        long mina = HOUSE.memberWith(50_000);
        long joon = HOUSE.memberWith(30_000);
        long seller = HOUSE.memberWith(0);
        Sale sale = new Sale(HOUSE.auction(), HOUSE.auction(), won(25_001));
        HOUSE.run(wallets -> wallets.hold(mina, sale.auction(), won(40_000)));
        HOUSE.run(wallets -> wallets.hold(joon, sale.auction(), won(24_000)));
        HOUSE.run(wallets -> wallets.capture(mina, sale));
        assertEquals(new Balance(24_999, 0, Currency.KRW), HOUSE.balance(mina));
        assertEquals(1, HOUSE.releaseAll(sale.auction()));
        assertEquals(0, HOUSE.releaseAll(sale.auction()));
        assertEquals(new Balance(30_000, 0, Currency.KRW), HOUSE.balance(joon));
        assertEquals(List.of(), HOUSE.ask(wallets -> wallets.openHolds(sale.auction())));
        HOUSE.run(wallets -> wallets.payEscrow(sale, seller, won(750)));
        assertEquals(new Balance(24_251, 0, Currency.KRW), HOUSE.balance(seller));
        assertThrows(
                IllegalStateException.class, () -> HOUSE.run(wallets -> wallets.payEscrow(sale, seller, won(750))));
    }

    @Test
    void aRefundGivesTheBuyerAllBack() {
        long mina = HOUSE.memberWith(50_000);
        Sale sale = new Sale(HOUSE.auction(), HOUSE.auction(), won(40_000));
        HOUSE.run(wallets -> wallets.hold(mina, sale.auction(), won(40_000)));
        HOUSE.run(wallets -> wallets.capture(mina, sale));
        assertEquals(new Balance(10_000, 0, Currency.KRW), HOUSE.balance(mina));
        HOUSE.run(wallets -> wallets.refundEscrow(sale, mina));
        assertEquals(new Balance(50_000, 0, Currency.KRW), HOUSE.balance(mina));
        assertThrows(IllegalStateException.class, () -> HOUSE.run(wallets -> wallets.refundEscrow(sale, mina)));
    }

    @Test
    void capturesNoMoreThanIsHeld() {
        long mina = HOUSE.memberWith(50_000);
        Sale sale = new Sale(HOUSE.auction(), HOUSE.auction(), won(20_001));
        HOUSE.run(wallets -> wallets.hold(mina, sale.auction(), won(20_000)));
        assertThrows(IllegalStateException.class, () -> HOUSE.run(wallets -> wallets.capture(mina, sale)));
        assertEquals(new Balance(30_000, 20_000, Currency.KRW), HOUSE.balance(mina));
    }

    @Test
    void releasesHundredsOfHoldsInBatches() {
        long auction = HOUSE.auction();
        List<Long> members =
                Stream.generate(() -> HOUSE.memberWith(1_000)).limit(130).toList();
        members.forEach(member -> HOUSE.run(wallets -> wallets.hold(member, auction, won(600))));
        assertEquals(130, HOUSE.ask(wallets -> wallets.openHolds(auction)).size());
        assertEquals(130, HOUSE.releaseAll(auction));
        members.forEach(member -> assertEquals(new Balance(1_000, 0, Currency.KRW), HOUSE.balance(member)));
    }
}
