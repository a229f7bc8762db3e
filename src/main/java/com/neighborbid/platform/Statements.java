package com.neighborbid.platform;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Plain statements in the running transaction, for work whose statements are few, large and always the same: several go to
 * PostgreSQL and back together, and it carries out one after the other, each of which sees what those before it did. They are
 * on the connection that Hibernate has for the transaction, but do not see what it has not written yet.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Statements {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /**
     * Carries statements out in their order; the rows of each go to its {@link PlainStatement#each} when all are carried out.
     *
     * @throws jakarta.persistence.PersistenceException when PostgreSQL refuses one or does not answer
     */
    public void run(List<PlainStatement> statements) {
        if (!statements.isEmpty()) {
            entities.unwrap(Session.class).doWork(connection -> run(connection, statements));
        }
    }

    private static void run(Connection connection, List<PlainStatement> statements) throws SQLException {
        String sql = statements.stream().map(PlainStatement::sql).collect(Collectors.joining(";\n"));
        List<Span> spans = statements.stream()
                .map(statement -> SqlSpans.begin(statement.sql()))
                .toList();
        try (PreparedStatement together = connection.prepareStatement(sql)) {
            int bound = 0;
            for (PlainStatement statement : statements) {
                bound = Select.bind(together, bound, statement.values());
            }
            boolean rows = together.execute();
            for (PlainStatement statement : statements) {
                if (rows) {
                    give(together, statement);
                }
                rows = together.getMoreResults();
            }
        } finally {
            spans.forEach(Span::end);
        }
    }

    private static void give(PreparedStatement together, PlainStatement statement) throws SQLException {
        try (ResultSet found = together.getResultSet()) {
            while (found.next()) {
                statement.each().take(found);
            }
        }
    }
}
