package vn.nghisu.meeting.vote;

import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Text;

/** What the secretary wrote on a ballot, looked at before it is prepared. */
final class FormCheck {
    private FormCheck() {}

    static Optional<Decision> number(Text field, int number, int most) {
        return number >= 1 && number <= most ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_NUMBER, field, 1, most));
    }

    static Optional<Decision> options(List<Form.Option> options, int least) {
        boolean apart = options.stream().map(Form.Option::id).distinct().count() == options.size()
                && options.stream().map(option -> option.label().strip()).distinct().count() == options.size();
        if (options.size() < least || options.size() > Form.OPTIONS_MAX || !apart) {
            return Optional.of(Decision.refuse(Reason.BAD_OPTIONS, least, Form.OPTIONS_MAX));
        }
        return options.stream().map(option -> Limits.first(
                        Limits.isId(option.id()) ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_ID)),
                        Limits.needed(option.label(), Fields.OPTION, Limits.NAME_CHARACTERS)))
                .flatMap(Optional::stream).findFirst();
    }
}
