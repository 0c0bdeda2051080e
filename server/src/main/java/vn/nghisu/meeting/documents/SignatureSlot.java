package vn.nghisu.meeting.documents;

/** Places for signatures, in the order in which they are filled; a paper has those that its kind wants. Named like the fields in the file. */
public enum SignatureSlot {
    SECRETARY,
    CHAIR,
    /** The agency's own signature, its seal: "if any" (Decree 30/2020/NĐ-CP, form 1.9). */
    AGENCY
}
