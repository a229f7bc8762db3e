package com.neighborbid.platform;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The HTTP API: every resource and provider of the WAR, under {@code /api}. */
@ApplicationPath("api")
@DeclareRoles({"member", "admin"})
@OpenAPIDefinition(
        info = @Info(title = "NeighborBid", version = "1", description = "Live auctions between neighbours: Track A."))
public class ApiApplication extends Application {
    /** Jersey would leave refusals without a body to the container, which answers with a page of HTML. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.response.setStatusOverSendError", true);
    }
}
