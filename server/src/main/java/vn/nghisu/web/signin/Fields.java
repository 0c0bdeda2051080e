package vn.nghisu.web.signin;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.vote.RuleTemplate;
import vn.nghisu.people.Directory;
import vn.nghisu.people.PasswordRules;
import vn.nghisu.web.security.Problem;

/** Checks of what people enter about persons and bodies; each returns the text to keep or refuses with a sentence. */
final class Fields {
    static final int NAME_CHARACTERS = 200;
    static final int EMAIL_CHARACTERS = 254;

    static final Text PERSON_NAME = new Text("họ và tên", "the name");
    static final Text TITLE = new Text("chức vụ", "the title");
    static final Text UNIT = new Text("đơn vị", "the unit");
    static final Text EMAIL = new Text("địa chỉ thư điện tử", "the e-mail address");
    static final Text BODY_NAME = new Text("tên ban hoặc hội đồng", "the body's name");
    static final Text PARENT = new Text("cơ quan cấp trên", "the parent agency");
    static final Text PLACE = new Text("địa danh", "the place");
    static final Text RULES = new Text("quy tắc biểu quyết", "the majority rule");

    private static final Pattern MAIL = Pattern.compile("[^@\\s<>\"(),:;\\\\]+@[^@\\s<>\"(),:;\\\\]+");

    private Fields() {}

    /** One line that must be there. */
    static String needed(String text, Text field) {
        String line = line(text, field, NAME_CHARACTERS);
        if (line.isEmpty()) {
            throw Problem.FIELD_MISSING.with(field);
        }
        return line;
    }

    /** One line that may be missing. */
    static String optional(Optional<String> text, Text field) {
        return line(text.orElse(""), field, NAME_CHARACTERS);
    }

    static String rules(Optional<String> text) {
        String rules = text.orElse("").strip();
        if (!rules.isEmpty() && RuleTemplate.named(rules).isEmpty()) {
            throw Problem.FIELD_WRONG.with(RULES);
        }
        return rules;
    }

    static Optional<String> email(Optional<String> text) {
        String email = line(text.orElse(""), EMAIL, EMAIL_CHARACTERS);
        if (!email.isEmpty() && !MAIL.matcher(email).matches()) {
            throw Problem.FIELD_WRONG.with(EMAIL);
        }
        return Optional.of(email).filter(given -> !given.isEmpty());
    }

    static String signInName(String text) {
        String name = Directory.normalSignInName(text);
        if (!Directory.isSignInName(name)) {
            throw Problem.BAD_SIGN_IN_NAME.with();
        }
        return name;
    }

    static String newPassword(String password, String signInName) {
        Optional<PasswordRules.Fault> fault = PasswordRules.fault(password, signInName);
        if (fault.isPresent()) {
            throw switch (fault.get()) {
                case TOO_SHORT -> Problem.PASSWORD_TOO_SHORT.with(PasswordRules.SHORTEST_CHARACTERS);
                case TOO_LONG -> Problem.PASSWORD_TOO_LONG.with(PasswordRules.LONGEST_CHARACTERS);
                case TOO_COMMON -> Problem.PASSWORD_TOO_COMMON.with();
            };
        }
        return password;
    }

    private static String line(String text, Text field, int characters) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() > characters) {
            throw Problem.FIELD_TOO_LONG.with(field, characters);
        }
        return line;
    }
}
