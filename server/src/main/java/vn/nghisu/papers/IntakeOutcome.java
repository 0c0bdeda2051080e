package vn.nghisu.papers;

/** What became of an upload. */
public sealed interface IntakeOutcome permits Accepted, PaperRefusal {}
