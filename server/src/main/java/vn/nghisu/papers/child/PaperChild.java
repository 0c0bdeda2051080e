package vn.nghisu.papers.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.nghisu.papers.PaperJson;

/**
 * The only program that parses PDFs. It reads one {@link ChildRequest} a line from its standard input, answers one
 * {@link ChildReply} a line, writes only below its working folder, and ends with its input. Whatever a PDF does to it (stack
 * overflow, endless loop, no memory) happens here; the server sees a closed pipe or a clock that has run out.
 */
public final class PaperChild {
    /** Deep enough for honest papers, shallow enough to fail at once on nesting bombs. */
    private static final long STACK_BYTES = 1 << 20;

    private PaperChild() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        BlockingQueue<String> requests = new ArrayBlockingQueue<>(4);
        Thread worker = new Thread(null, () -> work(requests, answers), "papers", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            requests.put(line);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void work(BlockingQueue<String> requests, PrintStream answers) {
        PageDesk desk = new PageDesk(Path.of("").toAbsolutePath());
        try {
            while (true) {
                ChildReply reply = answer(desk, requests.take());
                answers.write(PaperJson.write(reply));
                answers.write('\n');
                answers.flush();
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** Catches everything on purpose: PDFBox answers damaged files with any Throwable there is. */
    private static ChildReply answer(PageDesk desk, String line) {
        try {
            Object body = desk.serve(PaperJson.read(line.getBytes(StandardCharsets.UTF_8), ChildRequest.class));
            return new ChildReply(Optional.of(PaperJson.read(PaperJson.write(body), JsonNode.class)), Optional.empty(), 0);
        } catch (Unfit e) {
            return new ChildReply(Optional.empty(), Optional.of(e.code()), e.number());
        } catch (InvalidPasswordException e) {
            return new ChildReply(Optional.empty(), Optional.of("encrypted"), 0);
        } catch (IOException | IllegalArgumentException e) {
            return new ChildReply(Optional.empty(), Optional.of("damaged"), 0);
        } catch (Throwable e) {
            return new ChildReply(Optional.empty(), Optional.of("too_complex"), 0);
        }
    }
}
