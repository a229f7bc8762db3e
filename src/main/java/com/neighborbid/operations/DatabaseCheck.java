package com.neighborbid.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether PostgreSQL answers: without it nobody gets a paddle and nothing is recorded. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
    private static final int TIMEOUT_SECONDS = 2;

    @Resource(lookup = "java:app/jdbc/neighborbid")
    @SuppressWarnings("NullAway.Init")
    private DataSource pool;

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = pool.getConnection()) {
            return HealthCheckResponse.named("postgresql")
                    .status(connection.isValid(TIMEOUT_SECONDS))
                    .build();
        } catch (SQLException e) {
            return HealthCheckResponse.named("postgresql")
                    .down()
                    .withData("cause", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
