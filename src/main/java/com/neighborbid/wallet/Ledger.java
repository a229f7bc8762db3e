package com.neighborbid.wallet;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The books. A transaction first locks every account that it will touch, then posts: that order, and the order of the
 * account ids within it, keep transactions from waiting for each other in a circle.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Ledger {
    private static final String LOCK = """
            SELECT a.kind, a.owner, a.id, a.balance FROM account a
            JOIN unnest(CAST(?1 AS text[]), CAST(?2 AS bigint[])) AS wanted(kind, owner)
              ON a.owner = wanted.owner AND a.kind = wanted.kind
            WHERE a.currency = ?3 ORDER BY a.id FOR UPDATE OF a""";
    private static final String OPEN = """
            INSERT INTO account (kind, owner, currency)
            SELECT kind, owner, CAST(?3 AS text)
            FROM unnest(CAST(?1 AS text[]), CAST(?2 AS bigint[])) AS wanted(kind, owner) ORDER BY owner, kind
            ON CONFLICT DO NOTHING""";
    private static final String POST = """
            WITH written AS (
              INSERT INTO transfer (id, kind, currency, at, auction_id, order_id, payment_id)
              SELECT id, kind, CAST(?1 AS text), CAST(?2 AS bigint), auction, ordering, payment
              FROM unnest(CAST(?3 AS bigint[]), CAST(?4 AS text[]), CAST(?5 AS bigint[]), CAST(?6 AS bigint[]),
                          CAST(?7 AS bigint[])) AS t(id, kind, auction, ordering, payment)),
            moved AS (
              UPDATE account a SET balance = a.balance + m.amount
              FROM unnest(CAST(?8 AS bigint[]), CAST(?9 AS bigint[]), CAST(?10 AS bigint[]))
                   AS m(transfer, account, amount)
              WHERE a.id = m.account RETURNING m.transfer, a.id, m.amount, a.balance)
            INSERT INTO posting (transfer_id, account_id, amount, balance_after)
            SELECT transfer, id, amount, balance FROM moved""";

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /** Locks accounts in the order of their ids; those that are not there yet are opened with nothing on them. */
    LockedAccounts lock(Currency currency, Collection<Account> accounts) {
        List<Account> wanted = accounts.stream().distinct().toList();
        Map<Account, LockedAccounts.Row> rows = locked(currency, wanted);
        if (rows.size() < wanted.size()) {
            bind(OPEN, currency, wanted).executeUpdate();
            rows = locked(currency, wanted);
        }
        return new LockedAccounts(currency, rows);
    }

    /** Enters transfers that touch each account at most once, all of them locked before. */
    void post(LockedAccounts locked, List<Transfer> transfers) {
        Rows rows = new Rows(locked);
        transfers.forEach(transfer -> rows.add(Ids.next(time), transfer));
        int written = entities.createNativeQuery(POST)
                .setParameter(1, locked.currency().name())
                .setParameter(2, time.now())
                .setParameter(3, rows.ids.toArray(Long[]::new))
                .setParameter(4, rows.kinds.toArray(String[]::new))
                .setParameter(5, rows.auctions.toArray(Long[]::new))
                .setParameter(6, rows.orders.toArray(Long[]::new))
                .setParameter(7, rows.payments.toArray(Long[]::new))
                .setParameter(8, rows.transfers.toArray(Long[]::new))
                .setParameter(9, rows.accounts.toArray(Long[]::new))
                .setParameter(10, rows.amounts.toArray(Long[]::new))
                .executeUpdate();
        if (written != rows.amounts.size()) {
            throw new IllegalStateException("An account stood twice among the postings of one statement");
        }
    }

    private Map<Account, LockedAccounts.Row> locked(Currency currency, List<Account> wanted) {
        @SuppressWarnings("unchecked")
        List<Object[]> found = bind(LOCK, currency, wanted).getResultList();
        Map<Account, LockedAccounts.Row> rows = new HashMap<>();
        for (Object[] row : found) {
            rows.put(
                    new Account((String) row[0], ((Number) row[1]).longValue()),
                    new LockedAccounts.Row(((Number) row[2]).longValue(), ((Number) row[3]).longValue()));
        }
        return rows;
    }

    private Query bind(String sql, Currency currency, List<Account> wanted) {
        return entities.createNativeQuery(sql)
                .setParameter(1, wanted.stream().map(Account::kind).toArray(String[]::new))
                .setParameter(2, wanted.stream().map(Account::owner).toArray(Long[]::new))
                .setParameter(3, currency.name());
    }

    /** Transfers and their postings as columns. */
    private static final class Rows {
        final List<Long> ids = new ArrayList<>();
        final List<String> kinds = new ArrayList<>();
        final List<@Nullable Long> auctions = new ArrayList<>();
        final List<@Nullable Long> orders = new ArrayList<>();
        final List<@Nullable Long> payments = new ArrayList<>();
        final List<Long> transfers = new ArrayList<>();
        final List<Long> accounts = new ArrayList<>();
        final List<Long> amounts = new ArrayList<>();
        private final LockedAccounts locked;

        Rows(LockedAccounts locked) {
            this.locked = locked;
        }

        void add(long id, Transfer transfer) {
            if (transfer.currency() != locked.currency()) {
                throw new IllegalArgumentException("Locked are accounts of " + locked.currency());
            }
            ids.add(id);
            kinds.add(transfer.kind().name());
            auctions.add(transfer.auction());
            orders.add(transfer.order());
            payments.add(transfer.payment());
            transfer.amounts().entrySet().stream()
                    .sorted(Comparator.comparing(posting -> locked.id(posting.getKey())))
                    .forEach(posting -> {
                        transfers.add(id);
                        accounts.add(locked.id(posting.getKey()));
                        amounts.add(posting.getValue());
                    });
        }
    }
}
