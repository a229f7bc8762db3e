package com.neighborbid.wallet;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;

/**
 * Whether the books balance. {@link #balances()} adds up the accounts and the open holds, in a moment however long the
 * history is; {@link #audit()} goes through every posting. Each is one statement, so it sees one moment of the books.
 */
@ApplicationScoped
@Transactional
public class TrialBalance {
    private static final String BALANCES = """
            SELECT currency, COALESCE(a.total, 0), COALESCE(a.held, 0), COALESCE(h.total, 0)
            FROM (SELECT currency, sum(balance) AS total, sum(balance) FILTER (WHERE kind = 'HELD') AS held
                  FROM account GROUP BY currency) AS a
            FULL JOIN (SELECT currency, sum(amount) AS total FROM hold WHERE state = 'OPEN' GROUP BY currency) AS h
                 USING (currency)
            ORDER BY currency""";
    private static final String AUDIT = """
            SELECT
              (SELECT count(*) FROM (
                 SELECT 1 FROM transfer t
                 LEFT JOIN posting p ON p.transfer_id = t.id
                 LEFT JOIN account a ON a.id = p.account_id
                 GROUP BY t.id
                 HAVING COALESCE(sum(p.amount), 1) <> 0 OR bool_or(a.currency <> t.currency)) AS unbalanced),
              (SELECT count(*) FROM account a
                 LEFT JOIN (SELECT account_id, sum(amount) AS total FROM posting GROUP BY account_id) AS p
                   ON p.account_id = a.id
                 WHERE a.balance <> COALESCE(p.total, 0)),
              (SELECT count(*) FROM account a
                 JOIN (SELECT DISTINCT ON (account_id) account_id, balance_after FROM posting
                       ORDER BY account_id, id DESC) AS latest
                   ON a.id = latest.account_id
                 WHERE a.balance <> latest.balance_after),
              (SELECT count(*) FROM (SELECT owner, currency, balance FROM account WHERE kind = 'HELD') AS kept
                 FULL JOIN (SELECT member_id, currency, sum(amount) AS total FROM hold
                            WHERE state = 'OPEN' GROUP BY member_id, currency) AS held
                   ON held.member_id = kept.owner AND held.currency = kept.currency
                 WHERE COALESCE(kept.balance, 0) <> COALESCE(held.total, 0))""";

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /**
     * One currency's figures, in its minor unit.
     *
     * @param sum of all accounts: 0
     * @param held what members' accounts say is held
     * @param openHolds what the open holds say
     */
    public record Line(Currency currency, long sum, long held, long openHolds) {
        boolean balances() {
            return sum == 0 && held == openHolds;
        }
    }

    /** The figures of every currency that the books have, and when they were taken. */
    public record Sheet(long at, List<Line> lines) {
        public boolean balances() {
            return lines.stream().allMatch(Line::balances);
        }
    }

    /**
     * What is wrong in the whole history; all 0 when nothing is.
     *
     * @param transfers those whose postings do not sum to zero in one currency
     * @param accounts those whose balance is not the sum of their postings
     * @param latest those whose balance is not what the last posting left
     * @param members those whose held money is not the sum of their open holds, for each currency
     */
    public record Audit(long transfers, long accounts, long latest, long members) {
        public boolean isClean() {
            return transfers == 0 && accounts == 0 && latest == 0 && members == 0;
        }
    }

    /** The sums of accounts and holds. */
    public Sheet balances() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(BALANCES).getResultList();
        return new Sheet(
                time.now(),
                rows.stream()
                        .map(row -> new Line(
                                Currency.valueOf((String) row[0]), number(row[1]), number(row[2]), number(row[3])))
                        .toList());
    }

    /** Every posting checked: for tests, and for quiet hours. */
    public Audit audit() {
        Object[] row = (Object[]) entities.createNativeQuery(AUDIT).getSingleResult();
        return new Audit(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
    }

    private static long number(Object column) {
        return new BigDecimal(column.toString()).longValueExact();
    }
}
