package vn.nghisu.papers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.papers.child.SignaturesSeen;
import vn.nghisu.signing.Report;

/**
 * What was found in a new paper before it was taken in. Nothing of what it lists ever reaches a tablet: tablets get page
 * images and words only, and a download gets a rendition without it.
 *
 * @param sizes size of each page in 0.1 pt, after rotation
 * @param withoutText numbers, from 1, of pages that are only pictures
 * @param scripts JavaScript actions
 * @param launches actions that would start a program, send a form or open another file
 * @param embeddedFiles attached files
 * @param signatures digital signatures present
 * @param signedBy what they were worth when the paper came; absent where that was not looked into
 * @param restricted protected against changes by an owner password, yet readable
 * @param madeFrom the file that was uploaded, when the PDF was made of it here
 */
public record Preflight(
        int pages,
        List<PageSize> sizes,
        List<Integer> withoutText,
        int scripts,
        int launches,
        int embeddedFiles,
        int signatures,
        boolean restricted,
        Optional<String> title,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Source> madeFrom,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Signature>> signedBy) {

    public record PageSize(int w, int h) {}

    /**
     * The file of which a paper was made, kept beside it.
     *
     * @param sha256 of the file as it was uploaded
     * @param macros it carries program code, which was not run
     */
    public record Source(FileKind kind, String sha256, long bytes, boolean macros) {}

    /**
     * One signature.
     *
     * @param holds every byte is as it was signed, and nothing but signatures was added after
     * @param trusted its certificate led to one that was trusted here
     * @param vi why it does not hold, else empty
     */
    public record Signature(String signer, boolean holds, boolean trusted, String vi, String en) {}

    public record Remark(String code, String vi, String en) {}

    Preflight madeFrom(Source source) {
        return new Preflight(pages, sizes, withoutText, scripts, launches, embeddedFiles, signatures, restricted, title, Optional.of(source), signedBy);
    }

    Preflight signedBy(SignaturesSeen seen) {
        List<Signature> told = seen.signatures().stream().map(each -> Stream.concat(each.faults().stream(), seen.general().stream()).findFirst()
                .map(fault -> new Signature(each.signer(), false, each.trust() == Report.Trust.TRUSTED, fault.vi(), fault.en()))
                .orElseGet(() -> new Signature(each.signer(), true, each.trust() == Report.Trust.TRUSTED, "", ""))).toList();
        return new Preflight(pages, sizes, withoutText, scripts, launches, embeddedFiles, signatures, restricted, title, madeFrom, Optional.of(told));
    }

    /** It holds something that could act on the device of who opens the file. */
    @JsonIgnore
    public boolean isActive() {
        return scripts > 0 || launches > 0 || embeddedFiles > 0;
    }

    @JsonIgnore
    public boolean isSigned() {
        return signatures > 0;
    }

    /** Sentences for the secretary, most important first; empty when there is nothing to say. */
    @JsonIgnore
    public List<Remark> remarks() {
        return PreflightRemarks.of(this);
    }
}
