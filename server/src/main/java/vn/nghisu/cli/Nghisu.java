package vn.nghisu.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import vn.nghisu.cli.rehearse.HostCommand;
import vn.nghisu.journal.FolderRefused;
import vn.nghisu.meeting.Language;
import vn.nghisu.tls.CertificateRefused;

/** The command line. Each command has a class of its own; what goes wrong is said in a sentence, not as a stack trace. */
@Command(
        name = "nghisu",
        mixinStandardHelpOptions = true,
        version = "Nghị Sự 0.1.0",
        description = "Phòng họp không giấy. / A paperless meeting room.",
        subcommands = {ServeCommand.class, DemoCommand.class, UserCommand.class, TlsCommand.class, SignCommand.class, VerifyCommand.class, RehearseCommand.class,
            HostCommand.class})
public final class Nghisu {
    static final int FAILED = 1;
    /** Nothing is wrong, and nothing vouches for it; 2 is what a wrong command line ends with. */
    static final int UNVOUCHED = 3;

    /** The data folder, an option of every command that needs one. */
    static final class DataFolder {
        @Option(names = "--data", defaultValue = "data", paramLabel = "DIR", scope = ScopeType.INHERIT,
                description = "Thư mục dữ liệu / data folder (default: ${DEFAULT-VALUE})")
        Path path;
    }

    private Nghisu() {}

    /** Runs a command line and gives its exit code. */
    public static int run(String... args) {
        return new CommandLine(new Nghisu())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof FolderRefused refused) {
                        command.getErr().println(refused.vietnamese());
                        command.getErr().println(refused.english());
                    } else if (failure instanceof CertificateRefused refused) {
                        command.getErr().println(refused.sentence(Language.VI));
                        command.getErr().println(refused.sentence(Language.EN));
                    } else if (failure instanceof Said said) {
                        command.getErr().println(said.getMessage());
                    } else {
                        failure.printStackTrace(command.getErr());
                    }
                    return FAILED;
                })
                .execute(args);
    }

    /** A failure that is already a sentence. */
    static final class Said extends RuntimeException {
        private static final long serialVersionUID = 1;

        Said(String sentence) {
            super(sentence);
        }
    }
}
