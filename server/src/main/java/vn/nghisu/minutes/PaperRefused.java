package vn.nghisu.minutes;

import java.util.List;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Text;

/** An official paper can't be made, or its template is faulty. The sentence says what is wrong and what to do. */
public final class PaperRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final PaperFault fault;
    private final transient List<Object> arguments;

    public PaperRefused(PaperFault fault, Object... arguments) {
        super(fault + " " + List.of(arguments));
        this.fault = fault;
        this.arguments = List.of(arguments);
    }

    public PaperFault fault() {
        return fault;
    }

    public Text text() {
        return fault.text().fill(arguments.toArray());
    }

    public String sentence(Language language) {
        return text().sentence(language);
    }
}
