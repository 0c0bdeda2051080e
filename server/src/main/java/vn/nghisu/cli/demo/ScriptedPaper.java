package vn.nghisu.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets a paper from a text file: {@code # }, {@code ## } and {@code ### } head chapters, sections and parts; {@code {name}} is a
 * figure; {@code @name} calls for something drawn; {@code |= caption | unit}, {@code |c columns}, {@code |r a | b} and
 * {@code |t a | b} make a table. Any other line is a paragraph.
 */
final class ScriptedPaper {
    private static final Pattern FIGURE = Pattern.compile("\\{([a-z0-9.]+)}");

    private final PaperSetter paper;
    private final Map<String, String> figures;
    private final Map<String, Consumer<PaperSetter>> drawings = new LinkedHashMap<>();

    ScriptedPaper(PaperSetter paper, Map<String, String> figures) {
        this.paper = paper;
        this.figures = figures;
    }

    ScriptedPaper drawing(String name, Consumer<PaperSetter> drawing) {
        drawings.put(name, drawing);
        return this;
    }

    void set(String resource) {
        Optional<Table.Filling> table = Optional.empty();
        String caption = "";
        String unit = "";
        List<String> lines = new ArrayList<>(Figures.lines(resource));
        lines.add("");
        for (String raw : lines) {
            String line = filled(raw.strip());
            if (!line.startsWith("|") && table.isPresent()) {
                new TablePress(paper, table.get().done()).draw();
                table = Optional.empty();
            }
            if (line.startsWith("|=")) {
                String[] parts = cells(line);
                caption = parts[0];
                unit = parts.length > 1 ? parts[1] : "";
            } else if (line.startsWith("|c")) {
                table = Optional.of(new Table.Filling(caption, unit, line.substring(2)));
            } else if (line.startsWith("|r")) {
                table.orElseThrow().row((Object[]) cells(line));
            } else if (line.startsWith("|t")) {
                table.orElseThrow().total((Object[]) cells(line));
            } else if (line.startsWith("@")) {
                Optional.ofNullable(drawings.get(line.substring(1)))
                        .orElseThrow(() -> new IllegalArgumentException(line))
                        .accept(paper);
            } else if (line.startsWith("#")) {
                int depth = line.indexOf(' ');
                paper.heading(line.substring(depth + 1), depth - 1);
            } else if (!line.isEmpty()) {
                paper.paragraph(line);
            }
        }
    }

    private static String[] cells(String line) {
        String[] parts = line.substring(2).split("\\|");
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].strip();
        }
        return parts;
    }

    private String filled(String line) {
        return FIGURE.matcher(line).replaceAll(found -> Matcher.quoteReplacement(Optional.ofNullable(figures.get(found.group(1)))
                .orElseThrow(() -> new IllegalArgumentException("no figure " + found.group(1)))));
    }
}
