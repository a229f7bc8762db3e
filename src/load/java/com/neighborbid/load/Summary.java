package com.neighborbid.load;

import java.util.ArrayList;
import java.util.List;

/** A run's chief figures, each beside what this machine does without a house, measured in the same run. */
final class Summary {
    private final List<List<String>> rows =
            new ArrayList<>(List.of(List.of("what", "the house", "the limit", "is", "share")));

    /**
     * @param limit what the limit is of
     * @param most the limit itself, in the figure's unit; not a number where it was not measured
     */
    void add(String what, double figure, String limit, double most) {
        boolean known = Double.isFinite(most) && most > 0;
        rows.add(List.of(
                what,
                number(figure),
                known ? limit : "-",
                known ? number(most) : "-",
                known ? String.format("%.0f %%", 100 * figure / most) : "-"));
    }

    /** A figure that has a bound in place of a limit. */
    void add(String what, double figure) {
        add(what, figure, "", Double.NaN);
    }

    /** Says it, and makes it a section of the report. */
    void report(Report report) {
        rows.forEach(row -> System.out.println("summary  " + String.join("  ", row)));
        report.add("In one table", "The medians of what follows, and the bare limits of the same run.", rows);
    }

    private static String number(double figure) {
        return String.format(Math.abs(figure) < 1000 ? "%.1f" : "%,.0f", figure);
    }
}
