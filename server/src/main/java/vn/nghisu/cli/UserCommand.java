package vn.nghisu.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nghisu.journal.Database;
import vn.nghisu.meeting.Language;
import vn.nghisu.people.Directory;
import vn.nghisu.people.PasswordRules;
import vn.nghisu.people.Person;
import vn.nghisu.people.RandomIds;
import vn.nghisu.people.SystemRole;

/** People at the command line, for when nobody can sign in: list, add, set a password. The server must be stopped. */
@Command(name = "user", mixinStandardHelpOptions = true, description = "Người dùng. / People.",
        subcommands = {UserCommand.List.class, UserCommand.Add.class, UserCommand.SetPassword.class})
final class UserCommand {
    private static final long HASH_TIMEOUT_S = 30;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Danh sách người dùng. / List people.")
    static final class List implements Callable<Integer> {
        @Mixin
        private Nghisu.DataFolder data;

        @Override
        public Integer call() throws Exception {
            try (Installation installation = existing(data.path)) {
                if (installation.isEmpty()) {
                    System.out.println("Chưa có người dùng nào. / There is nobody yet.");
                }
                installation.accounts().directory().persons().forEach(person -> System.out.printf("%-20s %s%s%s%n", person.signInName(), person.name(),
                        person.isAdministrator() ? "  [quản trị hệ thống / administrator]" : "", person.active() ? "" : "  [ngừng dùng / inactive]"));
            }
            return 0;
        }
    }

    @Command(name = "add", mixinStandardHelpOptions = true,
            description = "Thêm người dùng; mật khẩu đọc từ bàn phím. / Add a person; the password is read from the terminal.")
    static final class Add implements Callable<Integer> {
        @Mixin
        private Nghisu.DataFolder data;

        @Parameters(index = "0", paramLabel = "SIGN-IN-NAME", description = "Tên đăng nhập / sign-in name")
        private String signInName;

        @Parameters(index = "1", paramLabel = "FULL-NAME", description = "Họ và tên / full name")
        private String name;

        @Option(names = "--admin", description = "Quản trị hệ thống / administrator")
        private boolean administrator;

        @Override
        public Integer call() throws Exception {
            try (Installation installation = existing(data.path)) {
                String normal = Directory.normalSignInName(signInName);
                if (!Directory.isSignInName(normal) || installation.accounts().directory().bySignInName(normal).isPresent()) {
                    throw new Nghisu.Said("Tên đăng nhập không hợp lệ hoặc đã có người dùng.\nThe sign-in name is not valid, or is taken.");
                }
                String password = readPassword(normal);
                Person person = new Person(new RandomIds().get(), name, "", "", Optional.empty(), normal,
                        administrator ? SystemRole.ADMINISTRATOR : SystemRole.NONE, Language.VI, true);
                installation.accounts().directory().save(person);
                installation.accounts().credentials().set(person.id(), password).get(HASH_TIMEOUT_S, TimeUnit.SECONDS);
            }
            return 0;
        }
    }

    @Command(name = "password", mixinStandardHelpOptions = true,
            description = "Đặt lại mật khẩu, đọc từ bàn phím. / Set a password, read from the terminal.")
    static final class SetPassword implements Callable<Integer> {
        @Mixin
        private Nghisu.DataFolder data;

        @Parameters(index = "0", paramLabel = "SIGN-IN-NAME", description = "Tên đăng nhập / sign-in name")
        private String signInName;

        @Override
        public Integer call() throws Exception {
            try (Installation installation = existing(data.path)) {
                Person person = installation.accounts().directory().bySignInName(signInName)
                        .orElseThrow(() -> new Nghisu.Said("Không có tên đăng nhập này.\nThere is no such sign-in name."));
                installation.accounts().credentials().set(person.id(), readPassword(person.signInName())).get(HASH_TIMEOUT_S, TimeUnit.SECONDS);
                installation.accounts().sessions().closeAll(person.id(), Optional.empty());
            }
            return 0;
        }
    }

    /** Not a new one: a folder's name that was mistyped is not to become an installation. */
    private static Installation existing(Path folder) throws IOException {
        Database.expect(folder);
        return new Installation(folder);
    }

    private static String readPassword(String signInName) {
        Console console = System.console();
        String password = console != null
                ? new String(console.readPassword("Mật khẩu mới / new password: "))
                : new Scanner(System.in, StandardCharsets.UTF_8).nextLine();
        PasswordRules.fault(password, signInName).ifPresent(fault -> {
            throw new Nghisu.Said("Mật khẩu quá ngắn, quá dài hoặc dễ đoán (" + PasswordRules.SHORTEST_CHARACTERS + "–" + PasswordRules.LONGEST_CHARACTERS
                    + " ký tự).\nThe password is too short, too long or easy to guess.");
        });
        return password;
    }
}
