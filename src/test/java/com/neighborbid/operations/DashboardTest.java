package com.neighborbid.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Grafana is given, as far as it can be seen without Grafana; the questions themselves are PrometheusTest's. */
class DashboardTest {
    private static final Path FOLDER = Path.of("docker", "grafana");
    private static final int COLUMNS = 24;
    private static final Pattern NAME = Pattern.compile("\\bnb_[a-z0-9_]+");
    private static final Pattern SUFFIX = Pattern.compile("_(total|bucket|sum|count)$");

    @Test
    void panelsHaveTheirOwnIdAndPlaceAndAskTheChosenSource() throws IOException {
        JsonObject dashboard = dashboard();
        Set<Integer> ids = new HashSet<>();
        Set<String> cells = new HashSet<>();
        for (JsonObject panel : panels(dashboard)) {
            String title = panel.getString("title");
            assertTrue(ids.add(panel.getInt("id")), title);
            assertEquals("${source}", panel.getJsonObject("datasource").getString("uid"), title);
            Set<String> refs = new HashSet<>();
            for (JsonObject target : panel.getJsonArray("targets").getValuesAs(JsonObject.class)) {
                assertTrue(refs.add(target.getString("refId")), title);
                assertFalse(target.getString("expr").isBlank(), title);
            }
            take(panel.getJsonObject("gridPos"), cells, title);
        }
        assertEquals(
                Set.of("source"),
                dashboard.getJsonObject("templating").getJsonArray("list").getValuesAs(JsonObject.class).stream()
                        .map(variable -> variable.getString("name"))
                        .collect(Collectors.toSet()));
    }

    private static void take(JsonObject place, Set<String> cells, String title) {
        int right = place.getInt("x") + place.getInt("w");
        assertTrue(place.getInt("x") >= 0 && right <= COLUMNS, title);
        for (int x = place.getInt("x"); x < right; x++) {
            for (int y = place.getInt("y"); y < place.getInt("y") + place.getInt("h"); y++) {
                assertTrue(cells.add(x + "," + y), () -> title + " lies on another panel");
            }
        }
    }

    @Test
    void isProvisionedFromWhereComposePutsIt() throws IOException {
        String compose = Files.readString(Path.of("docker", "compose.yaml"));
        String provider = Files.readString(FOLDER.resolve("dashboards.yml"));
        String source = Files.readString(FOLDER.resolve("datasource.yml"));
        assertTrue(compose.contains("./grafana/neighborbid.json:/var/lib/grafana/dashboards/neighborbid.json:ro"));
        assertTrue(provider.contains("/var/lib/grafana/dashboards"), provider);
        assertTrue(source.contains("http://prometheus:9090"), source);
        assertEquals("neighborbid", dashboard().getString("uid"));
        assertTrue(dashboard().getInt("schemaVersion") >= 39);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker/grafana/neighborbid.json", "docker/prometheus/alerts.yml"})
    void asksOnlyForWhatTheHouseTells(String file) throws IOException {
        String code = code();
        List<String> names = NAME.matcher(Files.readString(Path.of(file)))
                .results()
                .map(found -> SUFFIX.matcher(found.group()).replaceFirst(""))
                .distinct()
                .toList();
        assertTrue(names.size() > 10, names::toString);
        for (String name : names) {
            assertTrue(code.contains('"' + name + '"'), () -> "nothing tells " + name);
        }
    }

    /** Where figures get their names. */
    private static String code() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/com/neighborbid/operations"))) {
            return files.map(DashboardTest::read).collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject dashboard() throws IOException {
        return Json.object(Files.readString(FOLDER.resolve("neighborbid.json")));
    }

    private static List<JsonObject> panels(JsonObject dashboard) {
        List<JsonObject> panels = dashboard.getJsonArray("panels").getValuesAs(JsonObject.class);
        assertTrue(panels.size() > 10, "hardly a panel");
        return panels;
    }
}
