package vn.nghisu.papers.child;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What in a PDF could act on the device of who opens it (ISO 32000-1, 12.6.4 and 7.11.4), and how to find it all. */
final class ActiveParts {
    static final COSName XFA = COSName.getPDFName("XFA");
    private static final COSName STRUCTURE = COSName.getPDFName("StructTreeRoot");
    /** Dictionaries and arrays visited; more than any honest paper has. */
    private static final int MOST_NODES = 1_000_000;
    private static final Set<String> LAUNCHES =
            Set.of("Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Movie", "Sound", "RichMediaExecute");
    private static final List<COSName> PLACES = List.of(COSName.F, COSName.UF, COSName.DOS, COSName.MAC, COSName.UNIX);
    private static final Set<String> SCHEMES = Set.of("javascript", "file", "vbscript", "data");
    /** Annotations that play, turn or hand out something, and may take it from a file elsewhere. */
    private static final Set<String> LIVELY = Set.of("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D");
    private static final COSName ACTIONS_BY_EVENT = COSName.getPDFName("AA");

    private ActiveParts() {}

    static boolean isScript(COSDictionary action) {
        return "JavaScript".equals(kind(action)) || scheme(action).filter(name -> name.endsWith("script")).isPresent();
    }

    static boolean isLaunch(COSDictionary action) {
        return LAUNCHES.contains(kind(action)) || scheme(action).filter(name -> !name.endsWith("script")).isPresent();
    }

    /** A file specification with the file in it; something else may be called EF too. */
    static boolean holdsFile(COSDictionary dictionary) {
        return dictionary.getDictionaryObject(COSName.EF) instanceof COSDictionary files
                && PLACES.stream().anyMatch(place -> files.getDictionaryObject(place) instanceof COSStream);
    }

    /** An annotation that does more than show; its parts may bear the same names, but stand nowhere on a page. */
    static boolean isLively(COSDictionary annotation) {
        return annotation.getDictionaryObject(COSName.SUBTYPE) instanceof COSName kind && LIVELY.contains(kind.getName())
                && annotation.containsKey(COSName.RECT);
    }

    /**
     * The keys under which a paper, a page or a part of one goes to the web unasked: when it is opened, seen or touched (12.6.3). A link
     * that a reader taps is none of them.
     */
    static List<COSName> unasked(COSDictionary dictionary) {
        return Stream.of(COSName.OPEN_ACTION, ACTIONS_BY_EVENT).filter(key -> dictionary.getDictionaryObject(key) instanceof COSDictionary actions
                && (goesToWeb(actions) || key.equals(ACTIONS_BY_EVENT) && actions.keySet().stream().anyMatch(event -> goesToWeb(actions.getDictionaryObject(event)))))
                .toList();
    }

    /** At once or after other actions. */
    private static boolean goesToWeb(COSBase first) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        push(open, first);
        while (!open.isEmpty()) {
            COSBase next = open.poll();
            COSBase node = next instanceof COSObject reference ? reference.getObject() : next;
            if (node instanceof COSDictionary action && seen.add(action)) {
                if ("URI".equals(kind(action))) {
                    return true;
                }
                push(open, action.getItem(COSName.NEXT));
            } else if (node instanceof COSArray array && seen.add(array)) {
                array.iterator().forEachRemaining(item -> push(open, item));
            }
        }
        return false;
    }

    private static String kind(COSDictionary action) {
        return action.getDictionaryObject(COSName.S) instanceof COSName name ? name.getName() : "";
    }

    /** Of an address that is more than a place on the web. */
    private static Optional<String> scheme(COSDictionary action) {
        if (!"URI".equals(kind(action))) {
            return Optional.empty();
        }
        String address = Optional.ofNullable(action.getString(COSName.URI)).orElse("").strip().toLowerCase(Locale.ROOT);
        return Optional.of(address.substring(0, Math.max(0, address.indexOf(':')))).filter(SCHEMES::contains);
    }

    /**
     * Breadth first over all that the trailer reaches; a queue can't overflow a stack. Streams are not decoded.
     *
     * @param structure also through the structure of tagged text, which is long and seldom holds anything
     */
    static void walk(PDDocument document, boolean structure, Consumer<COSDictionary> visitor) throws Unfit {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Predicate<COSName> passes = key -> structure || !key.equals(STRUCTURE);
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(document.getDocument().getTrailer());
        while (!open.isEmpty()) {
            COSBase next = open.poll();
            COSBase node = next instanceof COSObject reference ? reference.getObject() : next;
            if (!(node instanceof COSDictionary || node instanceof COSArray) || !seen.add(node)) {
                continue;
            }
            if (seen.size() > MOST_NODES) {
                throw new Unfit("too_complex", 0);
            }
            if (node instanceof COSDictionary dictionary) {
                visitor.accept(dictionary);
                dictionary.entrySet().stream().filter(entry -> passes.test(entry.getKey())).forEach(entry -> push(open, entry.getValue()));
            } else {
                ((COSArray) node).iterator().forEachRemaining(item -> push(open, item));
            }
        }
    }

    private static void push(Deque<COSBase> open, COSBase value) {
        if (value instanceof COSObject || value instanceof COSDictionary || value instanceof COSArray) {
            open.add(value);
        }
    }
}
