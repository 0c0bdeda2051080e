package vn.nghisu.papers.child;

import java.util.Optional;

/**
 * One line from the server to a child.
 *
 * @param file the PDF; for {@code PICTURE} the picture
 * @param page from 1; 0 where it does not matter
 * @param beside what else the act needs: a picture of the page that another program has drawn, another page image, {@link Marks},
 *     the SHA-256 of the file of which a PDF is made, or the folder of trusted certificates with the name of an attached file behind a line feed
 * @param level how much larger than for reading tiles are drawn, from 1; 0 where it does not matter
 */
public record ChildRequest(Act act, String file, int page, Optional<String> beside, int mostPages, long mostImagePixels, int level) {
    public enum Act {
        /** Look through a new paper: answers {@code Preflight}. */
        CHECK(""),
        /** Read the first page for a mark of secrecy: answers {@link FirstPage}. */
        FIRST_PAGE(""),
        /** Labels and outline: answers {@link Contents}. */
        CONTENTS(""),
        /** Draw a page and read its words: answers {@link PageDone}. */
        PAGE(""),
        /** Compare two page images, {@code file} and {@code beside}: answers {@link PictureDifference}. */
        COMPARE(""),
        /** Write a copy with a reader's marks: answers {@link MarksDone}. */
        MARK("copy.pdf"),
        /** Draw a page larger, cut into squares: answers {@link PageTiled}. */
        TILES(""),
        /** What its signatures are worth, by the certificates in {@code beside}, and its attached record: answers {@link SignaturesSeen}. */
        SIGNATURES(""),
        /** Bind PDFs to one book; {@code file} is the {@link Binding}. Answers {@link BookBound}. */
        BIND("book.pdf"),
        /** Make a paper of one page of a picture. */
        PICTURE("picture.pdf"),
        /** Write the SHA-256 of its source into a PDF that was made of an office file. */
        IMPRINT("imprinted.pdf"),
        /** Write a PDF without scripts, actions and attached files. */
        CLEAN("clean.pdf");

        private final String product;

        Act(String product) {
            this.product = product;
        }

        /** The file that is left in the child's folder. */
        public String product() {
            return product;
        }
    }
}
