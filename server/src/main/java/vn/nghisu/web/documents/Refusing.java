package vn.nghisu.web.documents;

import io.vertx.ext.web.RoutingContext;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Refusal;
import vn.nghisu.meeting.Text;
import vn.nghisu.minutes.PaperRefused;
import vn.nghisu.signing.Sentence;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.Refused;
import vn.nghisu.web.security.RequestLanguage;

/** Refusals that are known before a meeting is asked, in the form of those that it gives. */
final class Refusing {
    private static final int REFUSED = 409;
    private static final int UNPROCESSABLE = 422;

    private Refusing() {}

    record Body(String code, String text) {}

    static Body answer(RoutingContext ctx, Decision refused) {
        Refusal refusal = ((Decision.Refused) refused).refusal();
        ctx.response().setStatusCode(REFUSED);
        return new Body(refusal.reason().name(), refusal.sentence(RequestLanguage.of(ctx)));
    }

    static Body answer(RoutingContext ctx, Sentence sentence) {
        ctx.response().setStatusCode(UNPROCESSABLE);
        return new Body("signing", in(RequestLanguage.of(ctx), sentence));
    }

    /** A paper's own sentence stands inside another one, and so without its end mark. */
    static Refused of(PaperRefused refused) {
        return Problem.PAPER_REFUSED.with(new Text(open(refused.text().vi()), open(refused.text().en())));
    }

    private static String open(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    static String in(Language language, Sentence sentence) {
        return language.either(sentence.vi(), sentence.en());
    }
}
