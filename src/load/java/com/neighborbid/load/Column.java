package com.neighborbid.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A column of a table whose rows stand for one trial that was made several times.
 *
 * @param head what it is, with its unit
 * @param format how a figure is written, as {@link String#format} has it
 * @param ranged whether the least and the greatest stand beside the median
 * @param figure one trial's figure; not a number where it has none
 */
record Column<T>(String head, String format, boolean ranged, ToDoubleFunction<T> figure) {
    static <T> Column<T> of(String head, String format, ToDoubleFunction<T> figure) {
        return new Column<>(head, format, false, figure);
    }

    /** A column that shows how far the trials lay apart. */
    static <T> Column<T> ranged(String head, String format, ToDoubleFunction<T> figure) {
        return new Column<>(head, format, true, figure);
    }

    static <T> List<String> heads(String first, List<Column<T>> columns) {
        List<String> heads = new ArrayList<>(List.of(first));
        columns.forEach(column -> heads.add(column.head));
        return heads;
    }

    /** A row: its name, then each column's cell. */
    static <T> List<String> cells(String first, List<Column<T>> columns, List<T> trials) {
        List<String> cells = new ArrayList<>(List.of(first));
        columns.forEach(column -> cells.add(column.cell(trials)));
        return cells;
    }

    /** The middle figure of the trials, of an even number the lower of the two; not a number if none has one. */
    static <T> double median(List<T> trials, ToDoubleFunction<T> figure) {
        double[] sorted = sorted(trials, figure);
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
    }

    private String cell(List<T> trials) {
        double[] sorted = sorted(trials, figure);
        if (sorted.length == 0) {
            return "-";
        }
        String median = String.format(format, sorted[(sorted.length - 1) / 2]);
        String range = String.format(format + " to " + format, sorted[0], sorted[sorted.length - 1]);
        return ranged && sorted.length > 1 ? median + " (" + range + ")" : median;
    }

    private static <T> double[] sorted(List<T> trials, ToDoubleFunction<T> figure) {
        return trials.stream()
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }
}
