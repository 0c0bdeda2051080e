package vn.nghisu.minutes;

import vn.nghisu.minutes.layout.OfficialPaper;

/**
 * An official paper in its forms, which say the same.
 *
 * @param paper for the page in the browser
 * @param pdf PDF/A-3a and PDF/UA-1, with fields that wait for signatures
 * @param docx for a body that goes on working on it in a word processor
 */
public record Made(OfficialPaper paper, byte[] pdf, byte[] docx) {}
