package vn.nghisu.people;

/**
 * A person's place in a body.
 *
 * @param order place in the list of members, from 0; equal numbers are sorted by name
 * @param votes whether the person has a vote in the body
 */
public record Membership(String body, String person, BodyRole role, int order, boolean votes) {}
