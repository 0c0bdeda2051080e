package vn.nghisu.minutes.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nghisu.minutes.PaperFault;
import vn.nghisu.minutes.PaperRefused;

/**
 * Reads a template before it is compiled, so that what is wrong with it is told by its line: only names that there are, each where it has a value,
 * no tag that could get around the marks of values, and no list that is gone through inside another one.
 */
final class Tags {
    private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)(}}|$)");
    private static final Pattern CONTENT = Pattern.compile("([#^/]?)\\s*([A-Za-z][A-Za-z0-9]*)\\s*");
    /** A name as it might stand in the language of the paper. */
    private static final Pattern WORDS = Pattern.compile("[#^/]?\\s*\\p{L}[\\p{L}\\p{M}\\p{N} _-]*");
    private static final Pattern LEADING_SECTIONS = Pattern.compile("^(?:\\s*\\{\\{[#^/!][^}]*}})*\\s*");
    private static final int DEEPEST = 8;
    private static final int SHOWN = 40;

    /** @param entries the names of its entries, where it goes through a list */
    private record Open(int line, String name, Optional<Names> entries) {}

    private final Names names;
    private final Deque<Open> open = new ArrayDeque<>();

    private Tags(Names names) {
        this.names = names;
    }

    /** @param commands words that may follow {@code @} at the begin of a line */
    static void check(String template, Names names, Set<String> commands) {
        Tags tags = new Tags(names);
        List<String> lines = template.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            tags.line(i + 1, lines.get(i));
            command(i + 1, lines.get(i), commands);
        }
        Optional.ofNullable(tags.open.peek()).ifPresent(left -> {
            throw new PaperRefused(PaperFault.TEMPLATE_SECTION_OPEN, left.line(), left.name());
        });
    }

    private static void command(int number, String line, Set<String> commands) {
        String rest = LEADING_SECTIONS.matcher(line).replaceFirst("");
        if (rest.startsWith("@")) {
            Matcher command = TemplateLine.COMMAND.matcher(rest);
            if (!command.matches() || !commands.contains(command.group(1))) {
                throw new PaperRefused(PaperFault.TEMPLATE_COMMAND, number, shown(rest.split("\\s", 2)[0]));
            }
        }
    }

    private void line(int number, String line) {
        Matcher tag = TAG.matcher(line);
        while (tag.find()) {
            String content = tag.group(1);
            Matcher parts = CONTENT.matcher(content.strip());
            if (!tag.group(2).isEmpty() && WORDS.matcher(content).matches() && !parts.matches()) {
                throw new PaperRefused(PaperFault.TEMPLATE_NAME_LETTERS, number, shown(content.replaceFirst("^[#^/]", "").strip()));
            }
            if (tag.group(2).isEmpty() || !content.startsWith("!") && !parts.matches()) {
                throw new PaperRefused(PaperFault.TEMPLATE_TAG, number, shown(tag.group()));
            }
            if (!content.startsWith("!")) {
                tag(number, parts.group(1), parts.group(2));
            }
        }
    }

    private void tag(int number, String kind, String name) {
        switch (kind) {
            case "/" -> close(number, name);
            case "#" -> open.push(new Open(number, name, list(number, name)));
            case "^" -> {
                list(number, name);
                open.push(new Open(number, name, Optional.empty()));
            }
            default -> {
                if (list(number, name).isPresent()) {
                    throw new PaperRefused(PaperFault.TEMPLATE_LIST, number, name);
                }
            }
        }
        if (open.size() > DEEPEST) {
            throw new PaperRefused(PaperFault.TEMPLATE_TOO_DEEP, number, DEEPEST);
        }
    }

    private void close(int number, String name) {
        if (open.isEmpty() || !open.peek().name().equals(name)) {
            throw new PaperRefused(PaperFault.TEMPLATE_SECTION_END, number, name);
        }
        open.pop();
    }

    /** The names of a list's entries, or nothing for a value. Lists of the paper itself can't be gone through inside another list. */
    private Optional<Names> list(int number, String name) {
        List<Names> around = new ArrayList<>();
        open.forEach(each -> each.entries().ifPresent(around::add));
        Names nearest = around.isEmpty() ? names : around.get(0);
        if (nearest.lists().containsKey(name)) {
            return Optional.of(nearest.lists().get(name));
        }
        if (around.stream().anyMatch(each -> each.values().contains(name)) || names.values().contains(name)) {
            return Optional.empty();
        }
        throw new PaperRefused(names.lists().containsKey(name) ? PaperFault.TEMPLATE_LIST_HERE : PaperFault.TEMPLATE_NAME, number, shown(name));
    }

    private static String shown(String words) {
        return words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
    }
}
