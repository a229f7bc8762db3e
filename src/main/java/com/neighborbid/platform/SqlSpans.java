package com.neighborbid.platform;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Locale;
import org.hibernate.BaseSessionEventListener;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate tells of its sessions: each one's use of the pool is counted in {@link DatabasePool}, and each statement
 * that it has PostgreSQL execute is a span, where the work at hand is traced. Its text has
 * parameters, never values. Hibernate makes one of these for each of its sessions, and one that sees every statement's
 * text before; the two meet on the thread.
 */
public final class SqlSpans extends BaseSessionEventListener implements StatementInspector {
    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<@Nullable String> PREPARED = new ThreadLocal<>();
    private static final int LONGEST_TEXT = 1000;

    private final transient DatabasePool.Use connection = new DatabasePool.Use();
    private transient Span span = Span.getInvalid();

    @Override
    public String inspect(String sql) {
        if (Traces.isOn() && Traces.current().isRecording()) {
            PREPARED.set(sql);
        }
        return sql;
    }

    @Override
    public void jdbcConnectionAcquisitionStart() {
        connection.asks();
    }

    @Override
    public void jdbcConnectionAcquisitionEnd() {
        connection.took();
    }

    @Override
    public void jdbcConnectionReleaseEnd() {
        connection.gaveBack();
    }

    @Override
    public void end() {
        connection.gaveBack();
    }

    @Override
    public void jdbcExecuteStatementStart() {
        beginSpan();
    }

    @Override
    public void jdbcExecuteStatementEnd() {
        endSpan();
    }

    @Override
    public void jdbcExecuteBatchStart() {
        beginSpan();
    }

    @Override
    public void jdbcExecuteBatchEnd() {
        endSpan();
    }

    private void beginSpan() {
        if (Traces.current().isRecording()) {
            span = begin(String.valueOf(PREPARED.get()));
        }
    }

    /** The span of a statement, where the work at hand is traced; whoever begins it ends it. */
    static Span begin(String statement) {
        Span work = Traces.current();
        if (!work.isRecording()) {
            return Span.getInvalid();
        }
        String sql = statement.strip();
        Span span = Traces.step(work, verb(sql) + " postgresql", SpanKind.CLIENT);
        span.setAttribute("db.system", "postgresql");
        span.setAttribute("db.statement", sql.length() > LONGEST_TEXT ? sql.substring(0, LONGEST_TEXT) : sql);
        return span;
    }

    private void endSpan() {
        span.end();
        span = Span.getInvalid();
    }

    private static String verb(String sql) {
        int end = 0;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return sql.substring(0, end).toUpperCase(Locale.ROOT);
    }
}
