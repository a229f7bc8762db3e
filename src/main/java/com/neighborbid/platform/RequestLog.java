package com.neighborbid.platform;

import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Puts the name of the work at hand ({@link RequestId}) before every line of the log, and its trace where it is traced,
 * whatever form the server gives its lines, for as long as the application lives.
 */
@ApplicationScoped
class RequestLog {
    private final Map<Handler, Formatter> before = new LinkedHashMap<>();

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            Formatter formatter = handler.getFormatter();
            if (formatter != null) {
                before.put(handler, formatter);
                handler.setFormatter(new Named(formatter));
            }
        }
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        before.forEach(Handler::setFormatter);
    }

    private static final class Named extends Formatter {
        private final Formatter formatter;

        Named(Formatter formatter) {
            this.formatter = formatter;
        }

        @Override
        public String format(LogRecord line) {
            SpanContext trace = Traces.current().getSpanContext();
            String traced = trace.isSampled() ? " " + trace.getTraceId() : "";
            return '[' + RequestId.current() + traced + "] " + formatter.format(line);
        }

        @Override
        public String getHead(Handler handler) {
            return formatter.getHead(handler);
        }

        @Override
        public String getTail(Handler handler) {
            return formatter.getTail(handler);
        }
    }
}
