package vn.nghisu.meeting;

/**
 * A person of the meeting as named in its papers; a copy of the directory, so that an old journal reads the same when people change posts.
 *
 * @param id person id of the directory
 * @param votes whether the person has a vote in this meeting
 */
public record Participant(String id, String name, String title, String unit, Role role, boolean votes) {}
