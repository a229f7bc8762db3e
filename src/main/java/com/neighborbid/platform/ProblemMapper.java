package com.neighborbid.platform;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Turns whatever a resource throws into a problem; what nobody expected is logged with its trace, never shown. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            if (cause instanceof RejectedException rejected) {
                return rejected.problem().response();
            }
            if (cause instanceof UnavailableException || isLostConnection(cause)) {
                LOG.log(Level.WARNING, "Unavailable: {0}", cause.toString());
                return problem(CommonRejection.UNAVAILABLE);
            }
        }
        if (thrown instanceof WebApplicationException web) {
            return ofStatus(web);
        }
        LOG.log(Level.ERROR, "Unexpected", thrown);
        return problem(CommonRejection.INTERNAL);
    }

    private static @Nullable Throwable next(Throwable cause) {
        boolean wrapper = cause instanceof EJBException
                || cause instanceof CompletionException
                || cause instanceof TransactionalException
                || cause instanceof RollbackException
                || cause instanceof PersistenceException
                || cause instanceof SQLException
                || cause.getCause() instanceof RejectedException;
        return wrapper ? cause.getCause() : null;
    }

    /** SQLSTATE class 08 is a lost connection, 57 an operator's intervention (PostgreSQL shutting down or starting). */
    private static boolean isLostConnection(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57"));
    }

    private static Response ofStatus(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        if (status < 400) {
            return web.getResponse();
        }
        return problem(CommonRejection.ofStatus(status));
    }

    private static Response problem(Rejection rejection) {
        return Problem.of(rejection, rejection.title()).response();
    }
}
