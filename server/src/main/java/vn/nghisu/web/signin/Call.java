package vn.nghisu.web.signin;

import io.vertx.ext.web.RoutingContext;
import vn.nghisu.meeting.Language;
import vn.nghisu.web.security.Network;
import vn.nghisu.web.security.RequestLanguage;
import vn.nghisu.web.security.StrictJson;

/** One request to a route of an {@link Api}, whose right has been checked and whose body has been read. */
public record Call(RoutingContext ctx) {

    /** Who calls. @throws vn.nghisu.web.security.Refused (401) where anyone may and nobody is signed in */
    public SignedIn who() {
        return Guard.signedIn(ctx);
    }

    public Language language() {
        return RequestLanguage.of(ctx);
    }

    /** A part of the path, such as {@code :person}. */
    public String path(String name) {
        return ctx.pathParam(name);
    }

    /** The body as a record. @throws vn.nghisu.web.security.Refused (400) naming what is wrong */
    public <T> T body(Class<T> type) {
        return StrictJson.read(ctx.body().buffer(), type);
    }

    /** The client's network address. */
    public String network() {
        return Network.of(ctx.request());
    }

    /** What the client calls itself. */
    public String device() {
        String agent = ctx.request().getHeader("User-Agent");
        return agent == null ? "" : agent.replaceAll("\\p{Cntrl}", " ");
    }
}
