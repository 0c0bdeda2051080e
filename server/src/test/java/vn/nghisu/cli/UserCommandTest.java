package vn.nghisu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.journal.Database;

class UserCommandTest {
    @TempDir
    Path folder;

    /** What a command line says on both streams. */
    static String said(int expected, String... line) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        try {
            System.setOut(both);
            System.setErr(both);
            assertThat(Nghisu.run(line)).isEqualTo(expected);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_folder_that_is_not_there_is_refused_and_not_made() {
        Path missing = folder.resolve("dta");
        for (String[] line : new String[][] {{"list"}, {"add", "ab", "Người Mới"}, {"password", "ab"}}) {
            String[] whole = new String[line.length + 3];
            whole[0] = "user";
            System.arraycopy(line, 0, whole, 1, line.length);
            whole[line.length + 1] = "--data";
            whole[line.length + 2] = missing.toString();
            assertThat(said(1, whole)).contains("holds no database").doesNotContain("\tat ");
            assertThat(missing).doesNotExist();
        }
    }

    @Test
    void an_empty_list_says_that_it_is_empty() {
        Database.file(folder).close();
        assertThat(said(0, "user", "list", "--data", folder.toString())).contains("There is nobody yet.");
    }
}
