package com.neighborbid;

import com.neighborbid.launcher.House;
import com.neighborbid.launcher.HouseConfig;
import com.neighborbid.launcher.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.api.event.ManagerStopping;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * PostgreSQL, Redis and the broker for the tests inside the container: up before Arquillian reads how to start Payara
 * (arquillian.xml), down after the last test. All test classes share them, and what is in them.
 */
public final class Engines implements LoadableExtension {
    private static final String PASSWORD = "NB_MQ_PASSWORD";

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Keeper.class);
    }

    /** Starts and stops them. */
    public static final class Keeper {
        private static final Path DIRECTORY = Path.of("target", "in-container");

        private House house;

        void start(@Observes(precedence = 100) ManagerStarted event) throws IOException, InterruptedException {
            String password = System.getenv(PASSWORD);
            if (password == null) {
                throw new IllegalStateException("Payara's environment is that of the tests: set " + PASSWORD);
            }
            Path data = DIRECTORY.resolve("engines-" + System.currentTimeMillis());
            house = House.start(HouseConfig.forTest(data)
                    .with(Map.of(PASSWORD, password))
                    .only(Part.POSTGRES, Part.REDIS, Part.BROKER));
            String preBoot = Files.readString(Path.of("payara", "pre-boot.asadmin"));
            Files.writeString(DIRECTORY.resolve("pre-boot.asadmin"), preBoot.replace("@http.host@", "0.0.0.0"));
            // On Micro's command line it would be deployed after the WAR, which needs it.
            Files.writeString(DIRECTORY.resolve("post-boot.asadmin"), "deploy target/artemis-ra.rar\n");
            System.setProperty("nb.container.options", options(data));
        }

        void stop(@Observes ManagerStopping event) {
            if (house != null) {
                house.close();
            }
        }

        private String options(Path data) {
            Map<String, String> given = house.environment();
            URI broker = URI.create(given.get("NB_JMS_URL"));
            return String.join(
                    " ",
                    "-Xmx768m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dnb.db.url=" + given.get("NB_DB_URL"),
                    "-Dnb.db.user=" + given.get("NB_DB_USER"),
                    "-Dnb.db.password=" + given.get("NB_DB_PASSWORD"),
                    "-Dnb.redis.url=" + given.get("NB_REDIS_URL"),
                    "-Dnb.mq.host=" + broker.getHost(),
                    "-Dnb.mq.port=" + broker.getPort(),
                    "-Dnb.mq.partner.host=" + broker.getHost(),
                    "-Dnb.mq.partner.port=" + broker.getPort(),
                    "-Dnb.mq.user=" + given.get("NB_MQ_USER"),
                    "-Dnb.data.dir=" + data.resolve("payara"),
                    "-Dnb.rate.limits=off",
                    "-Dnb.demo=false");
        }
    }
}
