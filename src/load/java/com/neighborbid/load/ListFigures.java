package com.neighborbid.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** How many lists the house made, and how many it gave again, since its start; as it tells at {@code /metrics}, a second late. */
record ListFigures(double made, double given) {
    private static final String FIGURE = "nb_lists_total{";

    static ListFigures of(URI house) {
        try (InputStream metrics = house.resolve("/metrics").toURL().openStream()) {
            String text = new String(metrics.readAllBytes(), StandardCharsets.UTF_8);
            return new ListFigures(sum(text, "\"made\""), sum(text, "\"given_again\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The share of lists that were given again since then. */
    String since(ListFigures then) {
        double again = given - then.given;
        double all = again + made - then.made;
        return all == 0 ? "no lists" : String.format("%.0f %%", 100 * again / all);
    }

    private static double sum(String metrics, String answer) {
        return metrics.lines()
                .filter(line -> line.startsWith(FIGURE) && line.contains(answer))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
