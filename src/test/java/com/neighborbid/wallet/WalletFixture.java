package com.neighborbid.wallet;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.TestDatabase;
import com.neighborbid.platform.TestInbox;
import com.neighborbid.platform.TestReads;
import com.neighborbid.platform.Time;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Wallets on a real database, every call in a transaction of its own as in the house. */
final class WalletFixture implements AutoCloseable {
    final Time time = new Time();
    final TestDatabase database = new TestDatabase(Payment.class);

    static Money won(long amount) {
        return new Money(amount, Currency.KRW);
    }

    /** A new member with money. */
    long memberWith(long won) {
        long member = Ids.next(time);
        database.inTransaction(entities -> entities.createNativeQuery(
                        "INSERT INTO member (id, email, email_key, password_hash, display_name, locale, created_at)"
                                + " VALUES (?1, ?2, ?2, 'x', 'Mina', 'ko', 0)")
                .setParameter(1, member)
                .setParameter(2, Ids.text(member) + "@example.com")
                .executeUpdate());
        if (won > 0) {
            topUp(member, won(won));
        }
        return member;
    }

    long auction() {
        return Ids.next(time);
    }

    void topUp(long member, Money amount) {
        Payment payment =
                new Payment(Ids.next(time), member, new PaymentOrder(amount, "sandbox", "card_ok"), time.now(), 0);
        run(wallets -> wallets.topUp(member, payment));
    }

    void run(Consumer<Wallets> call) {
        ask(wallets -> {
            call.accept(wallets);
            return true;
        });
    }

    <T> T ask(Function<Wallets, T> call) {
        return database.inTransaction(entities -> call.apply(wallets(entities)));
    }

    /** As the container does it: batch by batch, each in a transaction of its own. */
    int releaseAll(long auction) {
        HoldReleases inOwnTransactions = new HoldReleases() {
            @Override
            List<Long> members(long of, long above) {
                return database.inTransaction(entities -> releases(entities).members(of, above));
            }

            @Override
            int releaseInOneTransaction(long of, List<Long> members) {
                return database.inTransaction(entities -> releases(entities).release(of, members));
            }
        };
        Wallets wallets = new Wallets();
        wallets.releases = inOwnTransactions;
        return wallets.releaseAll(auction);
    }

    Balance balance(long member) {
        return ask(wallets -> wallets.balance(member, Currency.KRW));
    }

    TrialBalance.Audit audit() {
        return database.inTransaction(entities -> trialBalance(entities).audit());
    }

    TrialBalance.Sheet sheet() {
        return database.inTransaction(entities -> trialBalance(entities).balances());
    }

    Wallets wallets(EntityManager entities) {
        HoldReleases releases = releases(entities);
        Wallets wallets = new Wallets();
        wallets.entities = entities;
        wallets.reads = TestReads.in(entities);
        wallets.ledger = releases.ledger;
        wallets.holds = releases.holds;
        wallets.releases = releases;
        return wallets;
    }

    void pay(Consumer<Payments> call) {
        askPayments(payments -> {
            call.accept(payments);
            return true;
        });
    }

    <T> T askPayments(Function<Payments, T> call) {
        return database.inTransaction(entities -> {
            Payments payments = new Payments();
            payments.entities = entities;
            payments.wallets = wallets(entities);
            payments.inbox = TestInbox.in(entities);
            payments.config = new WalletConfig(1_000_000_000, "", 0);
            payments.time = time;
            return call.apply(payments);
        });
    }

    private HoldReleases releases(EntityManager entities) {
        HoldReleases releases = new HoldReleases();
        releases.ledger = new Ledger();
        releases.ledger.entities = entities;
        releases.ledger.time = time;
        releases.holds = new Holds();
        releases.holds.entities = entities;
        releases.holds.time = time;
        return releases;
    }

    private TrialBalance trialBalance(EntityManager entities) {
        TrialBalance trialBalance = new TrialBalance();
        trialBalance.entities = entities;
        trialBalance.time = time;
        return trialBalance;
    }

    @Override
    public void close() {
        database.close();
    }
}
