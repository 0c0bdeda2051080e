package vn.nghisu.minutes.layout;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A place that waits for a signature, made with the paper so that a signature changes no page.
 *
 * @param name of the field, by which the signature finds it
 * @param hint what it is for, read aloud
 */
record Slot(String name, String hint, Tag tag, PDPage page, PDRectangle place) {}
