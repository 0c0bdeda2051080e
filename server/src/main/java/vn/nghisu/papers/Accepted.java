package vn.nghisu.papers;

/**
 * The paper is stored; its page images are still to be made ({@link PaperWorks#prepare}).
 *
 * @param sha256 name of its content, lower-case hex
 */
public record Accepted(String sha256, int pages, long bytes, Preflight report) implements IntakeOutcome {}
