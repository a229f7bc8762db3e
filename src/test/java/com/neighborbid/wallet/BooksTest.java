package com.neighborbid.wallet;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the database itself refuses, whoever asks. */
class BooksTest {
    private static final WalletFixture HOUSE = new WalletFixture();

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void refusesATransferThatDoesNotSumToZero() throws SQLException {
        HOUSE.memberWith(50_000);
        refused(
                "does not balance",
                "INSERT INTO transfer (id, kind, currency, at) VALUES (1, 'TOP_UP', 'KRW', 0)",
                "INSERT INTO posting (transfer_id, account_id, amount, balance_after)"
                        + " SELECT 1, min(id), 5, 5 FROM account");
    }

    @Test
    void refusesATransferBetweenCurrencies() throws SQLException {
        refused(
                "does not balance",
                "INSERT INTO account (kind, owner, currency) VALUES ('FEE', 1, 'KRW'), ('FEE', 1, 'USD')",
                "INSERT INTO transfer (id, kind, currency, at) VALUES (2, 'SALE', 'KRW', 0)",
                "INSERT INTO posting (transfer_id, account_id, amount, balance_after)"
                        + " SELECT 2, id, CASE currency WHEN 'KRW' THEN 5 ELSE -5 END, 5 FROM account WHERE kind = 'FEE'");
    }

    @Test
    void refusesToChangeWhatHappened() throws SQLException {
        HOUSE.memberWith(50_000);
        refused("never changed", "UPDATE posting SET amount = amount + 1");
        refused("never changed", "DELETE FROM posting");
        refused("never changed", "UPDATE transfer SET at = 0");
        refused("never changed", "DELETE FROM transfer");
        refused("never changed", "TRUNCATE transfer, posting");
    }

    @Test
    void refusesABalanceBelowZeroButForGateways() throws SQLException {
        refused(
                "account_covered",
                "INSERT INTO account (kind, owner, currency, balance) VALUES ('HELD', 7, 'KRW', -1)");
        refused("account_covered", "UPDATE account SET balance = -1 WHERE kind = 'AVAILABLE'");
    }

    @Test
    void refusesASecondOpenHold() throws SQLException {
        long mina = HOUSE.memberWith(0);
        String hold = "INSERT INTO hold (id, member_id, auction_id, currency, amount, state, opened_at) VALUES (%d, "
                + mina + ", 7, 'KRW', 5, 'OPEN', 0)";
        refused("hold_open", hold.formatted(1), hold.formatted(2));
    }

    private static void refused(String why, String... statements) throws SQLException {
        try (Connection connection = HOUSE.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            SQLException refusal = assertThrows(SQLException.class, () -> {
                for (String sql : statements) {
                    statement.executeUpdate(sql);
                }
                connection.commit();
            });
            assertTrue(refusal.getMessage().contains(why), refusal::getMessage);
            connection.rollback();
        }
    }
}
