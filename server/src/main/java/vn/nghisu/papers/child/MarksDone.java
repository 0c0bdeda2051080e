package vn.nghisu.papers.child;

/** The copy is made. @param marks how many marks are in it */
public record MarksDone(int marks) {}
