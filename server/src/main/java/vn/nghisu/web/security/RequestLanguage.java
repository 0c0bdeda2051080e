package vn.nghisu.web.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import vn.nghisu.meeting.Language;

/** The language of an answer: what the client asks for, else the person's, else the last one of this browser, else Accept-Language. */
public final class RequestLanguage {
    /** The cookie that remembers the language of a browser in which nobody is signed in. */
    public static final String COOKIE = "nghisu-lang";

    private static final String HEADER = "X-Lang";
    private static final String OF_PERSON = RequestLanguage.class.getName();

    private RequestLanguage() {}

    /** Says in which language the person who makes this request reads. */
    public static void ofPerson(RoutingContext ctx, Language language) {
        ctx.put(OF_PERSON, language);
    }

    public static Language of(RoutingContext ctx) {
        String asked = ctx.request().getHeader(HEADER);
        if (asked != null) {
            return Language.of(asked);
        }
        Language person = ctx.get(OF_PERSON);
        if (person != null) {
            return person;
        }
        Cookie cookie = ctx.request().getCookie(COOKIE);
        return cookie != null ? Language.of(cookie.getValue()) : accepted(ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The first of our languages in the list; browsers send it in the order of preference. */
    private static Language accepted(String header) {
        if (header != null) {
            for (String tag : header.toLowerCase(Locale.ROOT).split(",", 20)) {
                if (tag.strip().startsWith("en")) {
                    return Language.EN;
                }
                if (tag.strip().startsWith("vi")) {
                    return Language.VI;
                }
            }
        }
        return Language.VI;
    }
}
