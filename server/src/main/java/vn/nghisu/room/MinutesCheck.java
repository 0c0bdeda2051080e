package vn.nghisu.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Hash;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentEvent;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.minutes.Drafts;
import vn.nghisu.minutes.MinutesRecord;
import vn.nghisu.minutes.RecordComparison;
import vn.nghisu.signing.Sentence;

/**
 * Holds a paper against the journal it was made of (product M5): the head that minutes print must be the journal's entry of that number, the
 * record that they carry must be the one that the journal gives, and the file itself must be one that the journal names.
 *
 * @param head what the minutes say they were made of
 * @param faults what does not fit; none when everything does
 * @param remarks what could not be looked into
 * @param told what the journal says of the file
 */
public record MinutesCheck(Optional<Head> head, List<Sentence> faults, List<Sentence> remarks, List<Sentence> told) {

    /**
     * What is held against a journal.
     *
     * @param record the record that minutes carry
     * @param text the words of the pages
     * @param states SHA-256 of the file, then of those earlier states of it since which only signatures came
     * @param signed whether it has signatures @param vouched whether a trusted authority vouches for all who signed
     */
    public record Given(Optional<byte[]> record, String text, List<String> states, boolean signed, boolean vouched) {}

    /** @param journals the entries of a stream from the first, already verified, which are read once; absent when they are not at hand */
    public static MinutesCheck of(Given given, Function<String, Optional<Iterable<Entry>>> journals) {
        if (given.record().isEmpty()) {
            return new MinutesCheck(Optional.empty(), List.of(), List.of(new Sentence("Tệp không kèm dữ liệu biên bản của Nghị Sự; chỉ kiểm tra chữ ký.",
                    "The file carries no record of minutes of Nghị Sự; only its signatures were checked.")), List.of());
        }
        byte[] record = given.record().get();
        Optional<Head> head = RecordComparison.head(record);
        if (head.isEmpty()) {
            return new MinutesCheck(head, List.of(new Sentence("Dữ liệu biên bản kèm theo tệp bị hỏng hoặc đã bị sửa.",
                    "The record that the file carries is damaged or was changed.")), List.of(), List.of());
        }
        List<Sentence> faults = new ArrayList<>();
        // Long hashes are broken over lines on the page.
        if (!given.text().replaceAll("\\s", "").contains(head.get().hash().hex())) {
            faults.add(new Sentence("Giá trị băm in trên trang khác với giá trị trong dữ liệu kèm theo.", "The hash printed on the page differs from the one in the record."));
        }
        Optional<Iterable<Entry>> entries = journals.apply(head.get().stream());
        if (entries.isEmpty()) {
            return new MinutesCheck(head, faults, List.of(new Sentence("Không có sổ nhật ký “" + head.get().stream() + "” để đối chiếu.",
                    "The journal “" + head.get().stream() + "” is not at hand to be compared.")), List.of());
        }
        Told told = told(head.get().stream(), head.get().seq(), entries.get());
        against(head.get(), record, told, faults);
        PaperTrace trace = PaperTrace.of(told.last, given.states(), told.files);
        List<Sentence> remarks = new ArrayList<>();
        List<Sentence> said = new ArrayList<>(trace.told());
        faults.addAll(trace.faults());
        if (!trace.found()) {
            unnamed(told.last, given, faults, remarks, said);
        }
        return new MinutesCheck(head, List.copyOf(faults), List.copyOf(remarks), List.copyOf(said));
    }

    /** A paper that carries no record, found by its file alone. @param stream of the journal @param entries of it, from the first, already verified */
    public static Optional<MinutesCheck> ofFile(Given given, String stream, Iterable<Entry> entries) {
        Told told = told(stream, 0, entries);
        return found(PaperTrace.of(told.last, given.states(), told.files));
    }

    /** The same by a paper of a meeting that is at hand. */
    public static Optional<MinutesCheck> ofFile(Given given, Document document) {
        return found(PaperTrace.of(document, given.states()));
    }

    private static Optional<MinutesCheck> found(PaperTrace trace) {
        return trace.found() ? Optional.of(new MinutesCheck(Optional.empty(), trace.faults(), List.of(), trace.told())) : Optional.empty();
    }

    /** The journal goes on after the minutes were drafted: it names the file that was made of them, and what became of it. */
    private record Told(Optional<Meeting> then, Optional<Hash> hash, Meeting last, Map<String, String> files) {}

    private static Told told(String stream, long seq, Iterable<Entry> entries) {
        Meeting meeting = Meeting.none(stream.substring(Math.min(stream.length(), Rooms.STREAMS.length())));
        Optional<Meeting> then = Optional.empty();
        Optional<Hash> hash = Optional.empty();
        Map<String, String> files = new HashMap<>();
        for (Entry entry : entries) {
            Event event = EventCodec.event(entry);
            meeting = meeting.after(event, EventCodec.stamp(entry));
            if (event instanceof DocumentEvent.DocumentMade made) {
                files.put(made.content().pdf(), made.document());
            } else if (event instanceof DocumentEvent.DocumentSigned signed) {
                files.put(signed.file(), signed.document());
            }
            if (entry.seq() == seq) {
                then = Optional.of(meeting);
                hash = Optional.of(entry.hash());
            }
        }
        return new Told(then, hash, meeting, files);
    }

    private static void against(Head head, byte[] record, Told told, List<Sentence> faults) {
        if (told.then.isEmpty()) {
            faults.add(new Sentence("Sổ nhật ký không có mục số " + head.seq() + " mà biên bản dẫn ra: sổ bị cắt bớt hoặc là sổ khác.",
                    "The journal has no entry " + head.seq() + " that the minutes name: it was cut, or it is another one."));
            return;
        }
        if (!told.hash.equals(Optional.of(head.hash()))) {
            faults.add(new Sentence("Giá trị băm của mục số " + head.seq() + " trong sổ khác với giá trị in trong biên bản.",
                    "The hash of entry " + head.seq() + " in the journal differs from the one printed in the minutes."));
        }
        for (RecordComparison.Difference each : RecordComparison.of(record, MinutesRecord.of(Drafts.of(told.then.get(), head)))) {
            faults.add(new Sentence("Khác với sổ nhật ký ở " + each.path() + ": trong tệp " + each.inFile() + ", theo sổ " + each.inJournal() + ".",
                    "Differs from the journal at " + each.path() + ": the file has " + each.inFile() + ", the journal " + each.inJournal() + "."));
        }
    }

    /** The record fits, but the pages around it may be anything: drafts are in no journal, and neither is what somebody made of them. */
    private static void unnamed(Meeting meeting, Given given, List<Sentence> faults, List<Sentence> remarks, List<Sentence> said) {
        Optional<Document> official = newest(meeting.documents().all().filter(each -> each.content().kind() == DocumentKind.MINUTES));
        if (!given.signed()) {
            said.add(official.map(document -> new Sentence("Đây là bản dự thảo; biên bản chính thức là " + PaperTrace.title(document, true) + ", một tệp khác.",
                            "This is a draft; the official minutes are " + PaperTrace.title(document, false) + ", another file."))
                    .orElseGet(() -> new Sentence("Đây là bản dự thảo; sổ nhật ký chưa ghi tệp biên bản nào.", "This is a draft; the journal names no file of minutes yet.")));
        } else if (official.isPresent()) {
            faults.add(new Sentence("Tệp này không phải là tệp nào của " + PaperTrace.title(official.get(), true) + " mà sổ nhật ký ghi: chữ trên trang có thể đã bị thay.",
                    "This is none of the files of " + PaperTrace.title(official.get(), false) + " that the journal names: the words on its pages may be others."));
        } else {
            Sentence nobody = new Sentence("Sổ nhật ký không ghi tệp này: chữ trên trang chỉ do người ký bảo đảm.",
                    "The journal does not name this file: only who signed it vouches for the words on its pages.");
            (given.vouched() ? remarks : faults).add(nobody);
        }
    }

    private static Optional<Document> newest(Stream<Document> documents) {
        return documents.reduce((one, later) -> later);
    }
}
