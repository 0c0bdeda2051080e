package vn.nghisu.cli.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.papers.PaperLimits;
import vn.nghisu.room.Json;

/** A paper near the largest that is taken, sent to a server with the heap of {@code scripts/run}, which ends itself when that is full. */
class LargeUploadTest {
    private static final int PIECE = 4 << 20;
    /** Of each picture: 3,000 × 1,000 in colour. */
    private static final int PICTURE = 9_000_000;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_file_of_nearly_two_hundred_megabytes_is_taken_by_a_server_that_has_little_memory() throws Exception {
        int pictures = (int) (PaperLimits.usual().fileBytes() / PICTURE);
        Path file = folder.resolve("ban-quet.pdf");
        write(file, pictures);
        assertThat(Files.size(file)).isBetween(PaperLimits.usual().fileBytes() * 9 / 10, PaperLimits.usual().fileBytes());
        try (OwnServer server = OwnServer.host(OwnServer.MAIN, folder.resolve("data"), 2, OwnServer.freePort())) {
            Venue venue = server.venue();
            String meeting = venue.url() + "/api/meetings/" + venue.meeting();
            String item = "khong-co";
            String uploads = meeting + "/uploads";
            String upload = UUID.randomUUID().toString();
            HttpResponse<String> begun = ask(venue, "POST", uploads + "?upload=" + upload + "&fileName=ban-quet.pdf&mark=m&item=" + item + "&bytes=" + Files.size(file), new byte[0]);
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                for (long from = 0; from < in.length(); from += PIECE) {
                    byte[] piece = new byte[(int) Math.min(PIECE, in.length() - from)];
                    in.readFully(piece);
                    HttpResponse<String> sent = ask(venue, "PATCH", uploads + "/" + upload, piece, "Upload-Offset", Long.toString(from));
                    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
                }
            }
            HttpResponse<String> laid = lay(venue, uploads + "/" + upload, item);
            for (int i = 0; i < 10 && laid.statusCode() == 202; i++) {
                laid = lay(venue, uploads + "/" + upload, item);
            }
            // an item that is not there is the meeting's own refusal: the file itself was taken
            assertThat(Json.MAPPER.readTree(laid.body()).path("code").asText()).as(laid.body()).isEqualTo("NO_SUCH_ITEM");
            assertThat(ask(venue, "GET", venue.url() + "/health", new byte[0]).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> lay(Venue venue, String upload, String item) throws IOException, InterruptedException {
        return ask(venue, "POST", upload + "/paper?fileName=ban-quet.pdf&reason=them&item=" + item, new byte[0]);
    }

    private HttpResponse<String> ask(Venue venue, String method, String url, byte[] body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("X-Nghisu", "1").header("Cookie", "__Host-nghisu=" + venue.lead().token())
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** One page, and pictures that can't be packed any smaller; none is drawn, so that nothing but the way in is tried. */
    private static void write(Path file, int pictures) throws IOException {
        Random random = new Random(1);
        List<Long> places = new ArrayList<>();
        try (OutputStream out = Files.newOutputStream(file)) {
            Places writer = new Places(out, places);
            writer.text("%PDF-1.4\n");
            writer.object("<< /Type /Catalog /Pages 2 0 R >>");
            writer.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
            StringBuilder names = new StringBuilder();
            for (int i = 0; i < pictures; i++) {
                names.append("/I").append(i).append(' ').append(4 + i).append(" 0 R ");
            }
            writer.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << " + names + ">> >> >>");
            byte[] pixels = new byte[PICTURE];
            for (int i = 0; i < pictures; i++) {
                random.nextBytes(pixels);
                writer.picture(pixels);
            }
            long xref = writer.at;
            writer.text("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
            for (long place : places) {
                writer.text("%010d 00000 n \n".formatted(place));
            }
            writer.text("trailer\n<< /Size " + (places.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + xref + "\n%%EOF\n");
        }
    }

    /** Counts what it writes, and where each object begins. */
    private static final class Places {
        private final OutputStream out;
        private final List<Long> places;
        private long at;

        Places(OutputStream out, List<Long> places) {
            this.out = out;
            this.places = places;
        }

        void text(String text) throws IOException {
            bytes(text.getBytes(StandardCharsets.US_ASCII));
        }

        void object(String content) throws IOException {
            places.add(at);
            text(places.size() + " 0 obj\n" + content + "\nendobj\n");
        }

        void picture(byte[] pixels) throws IOException {
            places.add(at);
            text(places.size() + " 0 obj\n<< /Type /XObject /Subtype /Image /Width 3000 /Height 1000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length "
                    + pixels.length + " >>\nstream\n");
            bytes(pixels);
            text("\nendstream\nendobj\n");
        }

        private void bytes(byte[] bytes) throws IOException {
            out.write(bytes);
            at += bytes.length;
        }
    }
}
