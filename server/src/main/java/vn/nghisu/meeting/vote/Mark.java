package vn.nghisu.meeting.vote;

import vn.nghisu.meeting.Text;

/** Something that can be marked on a ballot. @param id stable name in journals and on the wire, one of its kind on the ballot */
public record Mark(String id, Text label, Meaning meaning) {}
