package com.neighborbid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseConfigTest {
    private static final Path HOME = Path.of("/srv/neighborbid");

    @Test
    void runsEverythingOnLoopbackWhenNothingIsSet() {
        HouseConfig config = HouseConfig.fromEnvironment(Map.of("PATH", "/bin"), HOME);

        assertEquals(8080, config.httpPort());
        assertEquals("127.0.0.1", config.httpHost());
        assertEquals(HOME.resolve("data"), config.dataDir());
        assertTrue(config.runs(Part.POSTGRES) && config.runs(Part.REDIS) && config.runs(Part.BROKER));
        assertEquals(Map.of(), config.settings());
    }

    @Test
    void leavesOutAnEngineWhoseUrlIsGiven() {
        HouseConfig config = HouseConfig.fromEnvironment(
                Map.of("NB_REDIS_URL", "redis://10.0.0.5:6379", "NB_JMS_URL", "tcp://10.0.0.6:61616", "NB_DB_URL", " "),
                HOME);

        assertFalse(config.runs(Part.REDIS));
        assertFalse(config.runs(Part.BROKER));
        assertTrue(config.runs(Part.POSTGRES), "a blank URL is none");
    }

    @Test
    void takesAnAbsoluteDataDirectoryAsItIs() {
        assertEquals(
                Path.of("/var/lib/nb"),
                HouseConfig.fromEnvironment(Map.of("NB_DATA_DIR", "/var/lib/nb"), HOME)
                        .dataDir());
    }

    @ParameterizedTest
    @CsvSource({
        "NB_HTTP_PORT, eighty",
        "NB_HTTP_PORT, 65536",
        "NB_HTTP_PORT, -1",
        "NB_DEMO, yes",
        "NB_REDIS_APPENDFSYNC, never",
        "NB_JMS_URL, amqp://10.0.0.6",
        "NB_JMS_URL, tcp://me:secret@10.0.0.6:61616",
        "NB_JMS_URL, not a url",
        "NB_JMS_URL, 'tcp://a.example,amqp://b.example'",
        "NB_JMS_URL, 'tcp://a.example,tcp://b.example,tcp://c.example'"
    })
    void namesTheSettingThatIsWrong(String name, String value) {
        LaunchFailure failure =
                assertThrows(LaunchFailure.class, () -> HouseConfig.fromEnvironment(Map.of(name, value), HOME));

        assertTrue(failure.getMessage().contains(name), failure.getMessage());
        assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
    }

    @Test
    void anotherHouseOnTheSameEnginesRunsNoneOfItsOwn() {
        HouseConfig second = HouseConfig.forTest(Path.of("second"))
                .with(Map.of(
                        "NB_DB_URL", "jdbc:postgresql://127.0.0.1:1/x",
                        "NB_REDIS_URL", "redis://127.0.0.1:2",
                        "NB_JMS_URL", "tcp://127.0.0.1:3"));

        assertTrue(second.runs(Part.PAYARA));
        assertFalse(second.runs(Part.POSTGRES) || second.runs(Part.REDIS) || second.runs(Part.BROKER));
    }
}
