package com.neighborbid.launcher;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a house is to be.
 *
 * @param home the project's directory, where {@code payara/} lies
 * @param build the build's output: WAR, resource adapter, Payara Micro
 * @param engines where engines' binaries are unpacked
 * @param dataDir all that lasts, absolute
 * @param httpHost the address to listen on
 * @param httpPort the port to listen on; 0 for any free one
 * @param parts what to run; an engine whose URL is set is not run
 * @param settings the {@code NB_...} variables, given to Payara as they are
 */
public record HouseConfig(
        Path home,
        Path build,
        Path engines,
        Path dataDir,
        String httpHost,
        int httpPort,
        Set<Part> parts,
        Map<String, String> settings) {

    private static final Set<Part> ALL = EnumSet.of(Part.PAYARA, Part.BROKER, Part.REDIS, Part.POSTGRES);

    /**
     * The house that the environment describes.
     *
     * @throws LaunchFailure naming the variable that has a wrong value
     */
    public static HouseConfig fromEnvironment(Map<String, String> environment, Path home) {
        Map<String, String> settings = environment.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith("NB_") && !entry.getValue().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().strip()));
        Path dataDir =
                home.resolve(settings.getOrDefault("NB_DATA_DIR", "data")).normalize();
        Checks.oneOf(settings, "NB_DEMO", "true", "false");
        Checks.oneOf(settings, "NB_REDIS_APPENDFSYNC", "always", "everysec", "no");
        if (settings.containsKey("NB_JMS_URL")) {
            BrokerAddress.parseAll(settings.get("NB_JMS_URL"));
        }
        return new HouseConfig(
                home,
                home.resolve("target"),
                dataDir.resolve("engines"),
                dataDir,
                settings.getOrDefault("NB_HTTP_HOST", "127.0.0.1"),
                Checks.port(settings, "NB_HTTP_PORT", 8080),
                ALL,
                settings);
    }

    /** An empty house for a test, on free ports, without demo; knows nothing of the environment. */
    public static HouseConfig forTest(Path dataDir) {
        Path home = Path.of("").toAbsolutePath();
        return new HouseConfig(
                home,
                home.resolve("target"),
                home.resolve("target/engines"),
                dataDir.toAbsolutePath(),
                "127.0.0.1",
                0,
                ALL,
                Map.of("NB_DEMO", "false", "NB_LEAVE_NOTICE_MS", "0"));
    }

    /** The same house with these parts alone. */
    public HouseConfig only(Part first, Part... more) {
        return new HouseConfig(home, build, engines, dataDir, httpHost, httpPort, EnumSet.of(first, more), settings);
    }

    /** The same house with settings added; given another house's {@link House#environment()}, it shares its engines. */
    public HouseConfig with(Map<String, String> more) {
        Map<String, String> merged = new TreeMap<>(settings);
        merged.putAll(more);
        return new HouseConfig(home, build, engines, dataDir, httpHost, httpPort, parts, Map.copyOf(merged));
    }

    /** Whether the demo is to live here: unless it is switched off, or the house serves no clients. */
    boolean hasDemo() {
        Set<String> roles = Set.of(settings.getOrDefault("NB_ROLE", "all").split("\\s*,\\s*"));
        boolean serves = roles.contains("all") || roles.containsAll(Set.of("web", "live"));
        return serves && !settings.getOrDefault("NB_DEMO", "true").equals("false");
    }

    /** Whether this house runs the part itself. */
    boolean runs(Part part) {
        return switch (part) {
            case POSTGRES -> parts.contains(part) && !settings.containsKey("NB_DB_URL");
            case REDIS -> parts.contains(part) && !settings.containsKey("NB_REDIS_URL");
            case BROKER -> parts.contains(part) && !settings.containsKey("NB_JMS_URL");
            default -> parts.contains(part);
        };
    }
}
