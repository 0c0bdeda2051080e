package vn.nghisu.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Hash;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.minutes.Drafts;
import vn.nghisu.minutes.MinutesRecord;
import vn.nghisu.minutes.RecordComparison;
import vn.nghisu.signing.Sentence;

/**
 * Holds minutes against the journal they were made of (product M5): the head that they print must be the journal's entry of that number, and
 * the record that they carry must be the one that the journal gives.
 *
 * @param head what the minutes say they were made of
 * @param faults what does not fit; none when everything does
 * @param remarks what could not be looked into
 */
public record MinutesCheck(Optional<Head> head, List<Sentence> faults, List<Sentence> remarks) {

    /**
     * @param record the record that the minutes carry
     * @param text the words of their pages
     * @param journals the entries of a stream from the first, already verified; absent when they are not at hand
     */
    public static MinutesCheck of(Optional<byte[]> record, String text, Function<String, Optional<Iterable<Entry>>> journals) {
        if (record.isEmpty()) {
            return new MinutesCheck(Optional.empty(), List.of(), List.of(new Sentence("Tệp không kèm dữ liệu biên bản của Nghị Sự; chỉ kiểm tra chữ ký.",
                    "The file carries no record of minutes of Nghị Sự; only its signatures were checked.")));
        }
        Optional<Head> head = RecordComparison.head(record.get());
        if (head.isEmpty()) {
            return new MinutesCheck(head, List.of(new Sentence("Dữ liệu biên bản kèm theo tệp bị hỏng hoặc đã bị sửa.",
                    "The record that the file carries is damaged or was changed.")), List.of());
        }
        List<Sentence> faults = new ArrayList<>();
        // Long hashes are broken over lines on the page.
        if (!text.replaceAll("\\s", "").contains(head.get().hash().hex())) {
            faults.add(new Sentence("Giá trị băm in trên trang khác với giá trị trong dữ liệu kèm theo.", "The hash printed on the page differs from the one in the record."));
        }
        Optional<Iterable<Entry>> entries = journals.apply(head.get().stream());
        if (entries.isEmpty()) {
            return new MinutesCheck(head, faults, List.of(new Sentence("Không có sổ nhật ký “" + head.get().stream() + "” để đối chiếu.",
                    "The journal “" + head.get().stream() + "” is not at hand to be compared.")));
        }
        against(head.get(), record.get(), entries.get(), faults);
        return new MinutesCheck(head, faults, List.of());
    }

    private static void against(Head head, byte[] record, Iterable<Entry> entries, List<Sentence> faults) {
        Meeting meeting = Meeting.none(head.stream().substring(Math.min(head.stream().length(), Rooms.STREAMS.length())));
        Optional<Hash> there = Optional.empty();
        for (Entry entry : entries) {
            meeting = meeting.after(EventCodec.event(entry), EventCodec.stamp(entry));
            if (entry.seq() == head.seq()) {
                there = Optional.of(entry.hash());
                break;
            }
        }
        if (there.isEmpty()) {
            faults.add(new Sentence("Sổ nhật ký không có mục số " + head.seq() + " mà biên bản dẫn ra: sổ bị cắt bớt hoặc là sổ khác.",
                    "The journal has no entry " + head.seq() + " that the minutes name: it was cut, or it is another one."));
            return;
        }
        if (!there.get().equals(head.hash())) {
            faults.add(new Sentence("Giá trị băm của mục số " + head.seq() + " trong sổ khác với giá trị in trong biên bản.",
                    "The hash of entry " + head.seq() + " in the journal differs from the one printed in the minutes."));
        }
        for (RecordComparison.Difference each : RecordComparison.of(record, MinutesRecord.of(Drafts.of(meeting, head)))) {
            faults.add(new Sentence("Khác với sổ nhật ký ở " + each.path() + ": trong tệp " + each.inFile() + ", theo sổ " + each.inJournal() + ".",
                    "Differs from the journal at " + each.path() + ": the file has " + each.inFile() + ", the journal " + each.inJournal() + "."));
        }
    }
}
