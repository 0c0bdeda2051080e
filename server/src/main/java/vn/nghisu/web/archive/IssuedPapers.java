package vn.nghisu.web.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.documents.DocumentsView;
import vn.nghisu.papers.OfficialFiles;

/** The official papers of a meeting that were issued and stand, as they were signed, byte for byte. */
record IssuedPapers(List<Issued> papers) {

    record Issued(Document document, byte[] pdf) {
        /** "Biên bản số 07/BB-BCĐ" */
        String title() {
            String label = document.content().kind().label().vi();
            return document.content().number().map(number -> label + " số " + number.printed()).orElse(label);
        }
    }

    /** Those that these rights may take along. */
    static IssuedPapers of(Meeting meeting, Rights rights, OfficialFiles files) throws IOException {
        List<Issued> papers = new ArrayList<>();
        for (Document document : meeting.documents().all().filter(each -> each.state() == Document.State.ISSUED && DocumentsView.mayTake(meeting, rights, each)).toList()) {
            Optional<byte[]> pdf = files.read(document.file());
            pdf.ifPresent(bytes -> papers.add(new Issued(document, bytes)));
        }
        return new IssuedPapers(List.copyOf(papers));
    }

    boolean haveMinutes() {
        return papers.stream().anyMatch(paper -> paper.document().content().kind() == DocumentKind.MINUTES);
    }
}
