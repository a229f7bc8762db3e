package com.neighborbid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The report of a run: sections of text, table and plot, written as Markdown and as one HTML file on its own. */
final class Report {
    private static final String STYLE = "body{font:16px/1.5 sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem}"
            + "table{border-collapse:collapse;display:block;overflow-x:auto}"
            + "td,th{border:1px solid #ccc;padding:.2rem .6rem;text-align:right}"
            + "td:first-child,th:first-child{text-align:left}svg{max-width:100%;height:auto}";

    private final String title;
    private final List<Section> sections = new ArrayList<>();

    private record Section(String title, String text, List<List<String>> table, List<Plot> plots) {}

    Report(String title) {
        this.title = title;
    }

    /** Adds a section; the table's first row is its head, and a table of no rows is left out. */
    void add(String sectionTitle, String text, List<List<String>> table, Plot... plots) {
        sections.add(new Section(sectionTitle, text, table, List.of(plots)));
    }

    /** Writes report.md with its plots beside it, and report.html. */
    void write(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("report.md"), markdown(directory));
            Files.writeString(directory.resolve("report.html"), html());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String markdown(Path directory) throws IOException {
        StringBuilder text = new StringBuilder("# " + title + "\n");
        int plots = 0;
        for (Section section : sections) {
            text.append("\n## ")
                    .append(section.title)
                    .append("\n\n")
                    .append(section.text)
                    .append("\n");
            for (int row = 0; row < section.table.size(); row++) {
                List<String> cells = section.table.get(row);
                text.append(row == 0 ? "\n| " : "| ")
                        .append(String.join(" | ", cells))
                        .append(" |\n");
                if (row == 0) {
                    text.append("| --- ".repeat(cells.size())).append("|\n");
                }
            }
            for (Plot plot : section.plots) {
                String file = "plot-" + ++plots + ".svg";
                Files.writeString(directory.resolve(file), plot.svg());
                text.append("\n![")
                        .append(section.title)
                        .append("](")
                        .append(file)
                        .append(")\n");
            }
        }
        return text.toString();
    }

    private String html() {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title><style>" + STYLE + "</style><h1>")
                .append(escaped(title))
                .append("</h1>\n");
        for (Section section : sections) {
            html.append("<h2>").append(escaped(section.title)).append("</h2>\n<p>");
            html.append(escaped(section.text)).append("</p>\n");
            if (!section.table.isEmpty()) {
                html.append(table(section.table));
            }
            section.plots.forEach(plot -> html.append(plot.svg()));
        }
        return html.append("</html>\n").toString();
    }

    private static String table(List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<table>");
        for (int row = 0; row < rows.size(); row++) {
            String cell = row == 0 ? "th" : "td";
            html.append("<tr>");
            for (String text : rows.get(row)) {
                html.append("<" + cell + ">" + escaped(text) + "</" + cell + ">");
            }
            html.append("</tr>\n");
        }
        return html.append("</table>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
