package vn.nghisu.web.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.documents.DocumentsView;
import vn.nghisu.papers.OfficialFiles;

/**
 * The official papers of a meeting that were issued and stand, as they were signed, byte for byte.
 *
 * @param haveMinutes whether minutes were issued; then nothing unsigned stands in their place
 */
record IssuedPapers(List<Issued> papers, boolean haveMinutes) {

    /** @param pdf empty when the server does not have the file any more */
    record Issued(Document document, Optional<Path> pdf) {
        /** "Biên bản số 07/BB-BCĐ" */
        String title() {
            String label = document.content().kind().label().vi();
            return document.content().number().map(number -> label + " số " + number.printed()).orElse(label);
        }
    }

    /** Those that these rights may take along. */
    static IssuedPapers of(Meeting meeting, Rights rights, OfficialFiles files) throws IOException {
        List<Issued> papers = new ArrayList<>();
        List<Document> issued = meeting.documents().all().filter(each -> each.state() == Document.State.ISSUED).toList();
        for (Document document : issued) {
            if (DocumentsView.mayTake(meeting, rights, document)) {
                papers.add(new Issued(document, files.find(document.file())));
            }
        }
        return new IssuedPapers(List.copyOf(papers), issued.stream().anyMatch(each -> each.content().kind() == DocumentKind.MINUTES));
    }
}
