package vn.nghisu.papers;

/**
 * The paper is stored; its page images are still to be made ({@link PaperWorks#prepare}).
 *
 * @param sha256 name of its content, lower-case hex
 * @param fresh it came with this upload; no paper of any meeting can be made of it yet
 */
public record Accepted(String sha256, int pages, long bytes, Preflight report, boolean fresh) implements IntakeOutcome {}
