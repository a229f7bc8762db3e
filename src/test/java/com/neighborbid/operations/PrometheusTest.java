package com.neighborbid.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.Json;
import com.neighborbid.platform.Latency;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus itself makes of the house's rules, and of a histogram as it is written here. */
class PrometheusTest {
    private static final String FOLDER = "docker/prometheus/";
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

    @Test
    void takesTheConfigurationAndItsRules() throws IOException, InterruptedException {
        Promtool.require();
        Promtool.Verdict verdict = Promtool.run("", "check", "config", FOLDER + "prometheus.yml");
        assertEquals(0, verdict.code(), () -> verdict.lines().toString());
    }

    @Test
    void rulesFireWhenTheyShould() throws IOException, InterruptedException {
        Promtool.require();
        Promtool.Verdict verdict = Promtool.run("", "test", "rules", FOLDER + "alerts_test.yml");
        assertEquals(0, verdict.code(), () -> verdict.lines().toString());
    }

    @Test
    void dashboardAsksWhatPrometheusUnderstands(@TempDir Path scratch) throws IOException, InterruptedException {
        Promtool.require();
        StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
        int questions = 0;
        for (JsonObject panel : Json.object(Files.readString(Path.of("docker/grafana/neighborbid.json")))
                .getJsonArray("panels")
                .getValuesAs(JsonObject.class)) {
            for (JsonObject target : panel.getJsonArray("targets").getValuesAs(JsonObject.class)) {
                String question = target.getString("expr").replace("$__rate_interval", "1m");
                rules.append("      - {record: 'r").append(questions++).append("', expr: '");
                rules.append(question.replace("'", "''")).append("'}\n");
            }
        }
        assertTrue(questions > 20, rules::toString);
        Path file = Files.writeString(scratch.resolve("rules.yml"), rules);
        Promtool.Verdict verdict = Promtool.run("", "check", "rules", file.toString());
        assertEquals(0, verdict.code(), () -> verdict.lines().toString());
    }

    @Test
    void everyAlertIsInTheRunbook() throws IOException {
        List<String> alerts = ALERT.matcher(Files.readString(Path.of(FOLDER, "alerts.yml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        String runbook = Files.readString(Path.of("src/docs/runbook.md"));
        assertTrue(alerts.size() > 10, alerts::toString);
        for (String alert : alerts) {
            assertTrue(runbook.contains("\n## " + alert + "\n"), alert);
        }
    }

    @Test
    void histogramIsOne() throws IOException, InterruptedException {
        Latency latency = new Latency();
        latency.took(400);
        latency.took(60_000_000);
        String text = new Histogram("nb_test_seconds", "A test", latency.counts()).text();
        assertTrue(text.contains("nb_test_seconds_bucket{le=\"0.00025\"} 0\n"), text);
        assertTrue(text.contains("nb_test_seconds_bucket{le=\"0.0005\"} 1\n"), text);
        assertTrue(text.contains("nb_test_seconds_bucket{le=\"30\"} 1\n"), text);
        assertTrue(text.contains("nb_test_seconds_bucket{le=\"+Inf\"} 2\n"), text);
        assertTrue(text.endsWith("nb_test_seconds_sum 60.0004\nnb_test_seconds_count 2\n"), text);
        Promtool.require();
        Promtool.Verdict verdict = Promtool.run(text, "check", "metrics");
        assertEquals(new Promtool.Verdict(0, List.of()), verdict);
    }
}
