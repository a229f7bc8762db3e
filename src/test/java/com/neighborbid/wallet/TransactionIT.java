package com.neighborbid.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.WholeWar;
import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the container: money moves with the container's transaction, whole or not at all. */
@ExtendWith(ArquillianExtension.class)
class TransactionIT {
    @Inject
    private Wallets wallets;

    @Inject
    private TrialBalance books;

    @Inject
    private Purses purses;

    @Inject
    private Time time;

    @Deployment
    static WebArchive house() {
        return WholeWar.with(TransactionIT.class);
    }

    @Test
    void rolledBackTransactionMovesNothing() {
        long member = purses.memberWith(50_000);
        long bicycle = Ids.next(time);
        long lamp = Ids.next(time);
        wallets.hold(member, bicycle, won(10_000));

        assertThrows(
                IllegalStateException.class,
                () -> purses.inOneTransaction(() -> {
                    wallets.hold(member, lamp, won(20_000));
                    wallets.hold(member, bicycle, won(30_000));
                    wallets.release(member, bicycle);
                    throw new IllegalStateException("the rest failed");
                }));

        assertEquals(new Balance(40_000, 10_000, Currency.KRW), wallets.balance(member, Currency.KRW));
        assertEquals(List.of(), wallets.openHolds(lamp));
        assertEquals(won(10_000), wallets.openHold(member, bicycle).orElseThrow());
        assertBalanced();
    }

    @Test
    void refusalTakesTheWholeTransactionWithIt() {
        long member = purses.memberWith(50_000);
        long bicycle = Ids.next(time);

        assertThrows(
                RejectedException.class,
                () -> purses.inOneTransaction(() -> {
                    wallets.hold(member, bicycle, won(30_000));
                    wallets.hold(member, Ids.next(time), won(20_001));
                }));

        assertEquals(new Balance(50_000, 0, Currency.KRW), wallets.balance(member, Currency.KRW));
        assertBalanced();
    }

    private void assertBalanced() {
        assertTrue(books.balances().balances(), () -> books.balances().toString());
        assertTrue(books.audit().isClean(), () -> books.audit().toString());
    }

    private static Money won(long amount) {
        return new Money(amount, Currency.KRW);
    }
}
