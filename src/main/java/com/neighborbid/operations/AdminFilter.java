package com.neighborbid.operations;

import com.neighborbid.member.MemberPrincipal;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * The console's door: whoever is admin by its role must also have shown the password not long ago. A session that an
 * admin left open on a table is not enough to refund an order.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class AdminFilter implements ContainerRequestFilter {
    private static final String CONSOLE = "admin/";

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private AdminProof proof;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @Override
    public void filter(ContainerRequestContext call) {
        if (call.getUriInfo().getPath().startsWith(CONSOLE)
                && request.getUserPrincipal() instanceof MemberPrincipal admin
                && proof.until(admin) <= time.now()) {
            throw new RejectedException(AdminRejection.CONFIRM_PASSWORD);
        }
    }
}
