/**
 * Intake of papers: check, store by content hash, page images and words. PDFs are parsed and drawn only in child
 * processes ({@link vn.nghisu.papers.child.PaperChild}); this package never hands PDF bytes to a parser itself.
 */
package vn.nghisu.papers;
