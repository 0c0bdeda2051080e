package vn.nghisu.cli.rehearse;

import java.net.URI;
import java.util.List;

/**
 * Where a rehearsal takes place.
 *
 * @param url of the server, {@code http://host:port}
 * @param lead who leads the meeting: its secretary or chair
 * @param members everybody else, one tablet each
 */
record Venue(URI url, String meeting, Pass lead, List<Pass> members) {}
