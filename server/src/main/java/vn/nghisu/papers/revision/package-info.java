/** Two revisions of a paper side by side: which words stayed, which came and went, where a page of the old one is in the new one. */
package vn.nghisu.papers.revision;
