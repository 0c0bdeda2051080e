package vn.nghisu.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that one program reads as before and another with pages of somebody else. */
class AppendixTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    static Path folder;

    private static LocalAuthority authority;
    private static byte[] made;
    private static byte[] signed;

    @BeforeAll
    static void sign() {
        authority = new LocalAuthority("CA thử");
        made = SigningTest.paper();
        Look look = new Look(Optional.empty(), Optional.of("SECRETARY"), Optional.empty(), Optional.empty());
        signed = new Signing(Authorities.none(), authority.anchors()).sign(made, authority.signer(folder, "Phạm Quốc Quyền", "EC"), look, NOW).pdf();
    }

    @AfterAll
    static void close() {
        authority.close();
    }

    /** Objects behind a file, with a table of those that it names. */
    private static final class Behind {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<String> rows = new ArrayList<>();

        Behind(byte[] pdf) {
            out.writeBytes(pdf);
            if (pdf[pdf.length - 1] != '\n') {
                text("\n");
            }
        }

        Behind text(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        Behind object(int number, String content) {
            rows.add("%d 1\n%010d 00000 n \n".formatted(number, out.size()));
            return text(number + " 0 obj\n" + content + "\nendobj\n");
        }

        /** @return where the table stands */
        int table(long previous, String also) {
            int at = out.size();
            text("xref\n" + String.join("", rows) + "trailer\n<< /Size 990 /Root 1 0 R /Prev " + previous + also + " >>\n");
            rows.clear();
            return at;
        }

        byte[] end(String text) {
            return text(text).out.toByteArray();
        }
    }

    private static long newest(byte[] pdf) {
        Matcher found = Pattern.compile("startxref\\s+(\\d+)").matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        long last = 0;
        while (found.find()) {
            last = Long.parseLong(found.group(1));
        }
        return last;
    }

    private static Behind evil(byte[] pdf) {
        return new Behind(pdf).object(980, "<< /Type /Pages /Count 1 /Kids [981 0 R] >>").object(981, "<< /Type /Page /Parent 980 0 R /MediaBox [0 0 595 842] >>");
    }

    private static boolean isPlain(byte[] pdf) throws IOException {
        return Appendix.isPlain(pdf, signed.length);
    }

    @Test
    void evidence_that_stands_where_its_references_say_is_plain() throws IOException {
        Behind behind = new Behind(signed).object(980, "<< /Type /DSS /Certs [] >>");
        int table = behind.table(newest(signed), "");
        assertThat(isPlain(behind.end("startxref\n" + table + "\n%%EOF\n"))).isTrue();
        assertThat(Appendix.isPlain(signed, made.length)).as("what the library writes").isTrue();
    }

    @Test
    void a_second_startxref_behind_the_end_mark_is_a_fault() throws IOException {
        Behind behind = evil(signed);
        int hidden = behind.table(newest(signed), "");
        int shown = behind.object(982, "<< /Type /DSS /Certs [] >>").table(newest(signed), "");
        byte[] pdf = behind.end("startxref\n" + shown + "\n%%EOF\nstartxref\n" + hidden + "\n");
        assertThat(isPlain(pdf)).isFalse();
        assertThat(Inspection.of(pdf, authority.anchors()).holds()).isFalse();
        assertThat(Inspection.of(pdf, authority.anchors()).faults()).anyMatch(fault -> fault.en().contains("programs may show it in different ways"));
    }

    @Test
    void objects_that_no_reference_names_are_a_fault() throws IOException {
        Behind behind = evil(signed);
        behind.rows.clear();
        int table = behind.object(982, "<< /Type /DSS /Certs [] >>").table(newest(signed), "");
        assertThat(isPlain(behind.end("startxref\n" + table + "\n%%EOF\n"))).isFalse();
    }

    @Test
    void references_that_stand_elsewhere_or_leave_some_out_are_a_fault() throws IOException {
        for (String wrong : List.of("startxref\n7\n%%EOF\n", "startxref\nx\n%%EOF\n", "%%EOF\n", "startxref\n", "")) {
            Behind behind = new Behind(signed).object(982, "<< /Type /DSS >>");
            behind.table(newest(signed), "");
            assertThat(isPlain(behind.end(wrong))).as(wrong).isFalse();
        }
        for (String also : List.of(" /XRefStm 17", " /Prev 17", " /Pr#65v 17")) {
            Behind behind = new Behind(signed).object(982, "<< /Type /DSS >>");
            int table = behind.table(newest(signed), also);
            assertThat(isPlain(behind.end("startxref\n" + table + "\n%%EOF\n"))).as(also).isFalse();
        }
        Behind skips = new Behind(signed).object(982, "<< /Type /DSS >>");
        int table = skips.table(newest(made), "");
        assertThat(isPlain(skips.end("startxref\n" + table + "\n%%EOF\n"))).as("leaves the signature's own part out").isFalse();
    }

    @Test
    void a_key_that_comes_twice_is_a_fault() throws IOException {
        for (String twice : List.of("<< /Type /DSS /A 1 /B [ << /C (x\\)>>) /C <41> >> ] >>", "<< /A 1 0 R /B /A /#41 2 >>")) {
            Behind behind = new Behind(signed).object(982, twice);
            int table = behind.table(newest(signed), "");
            assertThat(isPlain(behind.end("startxref\n" + table + "\n%%EOF\n"))).as(twice).isFalse();
        }
        Behind once = new Behind(signed).object(982, "<< /A /B /B /A /C [ << /A 1 >> << /A 1 0 R >> ] /D (a\\(b(c)) /E <41> >>");
        int table = once.table(newest(signed), "");
        assertThat(isPlain(once.end("startxref\n" + table + "\n%%EOF\n"))).isTrue();
    }

    @Test
    void a_file_that_comes_back_with_such_a_part_is_not_taken() {
        Behind behind = evil(made);
        int hidden = behind.table(newest(made), "");
        byte[] pdf = behind.end("startxref\n" + hidden + "\n");
        Look look = new Look(Optional.empty(), Optional.of("SECRETARY"), Optional.empty(), Optional.empty());
        byte[] returned = new Signing(Authorities.none(), authority.anchors()).sign(pdf, authority.signer(folder, "Nguyễn Thị Ước", "EC"), look, NOW).pdf();
        assertThatThrownBy(() -> Outside.take(made, returned, authority.anchors())).isInstanceOf(SigningRefused.class);
    }
}
