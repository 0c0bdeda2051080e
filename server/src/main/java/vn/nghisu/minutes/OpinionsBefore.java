package vn.nghisu.minutes;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.beforehand.Beforehand;
import vn.nghisu.meeting.beforehand.Stance;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.minutes.layout.Run;
import vn.nghisu.minutes.layout.Typesetter;

/** "Tổng hợp ý kiến": the secretary's text on what members think of an item before the meeting, as a paper of that item (product P9). */
public final class OpinionsBefore {
    private OpinionsBefore() {}

    /** @param compilation of the item; the same meeting and text give the same bytes */
    public static byte[] pdf(Meeting meeting, Item item, Beforehand.Compilation compilation, ZoneId zone) {
        return Typesetter.pdf(paper(meeting, item, compilation, zone), compilation.at().atZone(zone));
    }

    static OfficialPaper paper(Meeting meeting, Item item, Beforehand.Compilation compilation, ZoneId zone) {
        Optional<String> parent = Optional.of(meeting.head().parentAgency()).filter(name -> !name.isBlank());
        Optional<String> placeAndDate = Optional.of(meeting.head().place()).filter(place -> !place.isBlank())
                .map(place -> place + ", " + Times.date(compilation.at().atZone(zone).toLocalDate()));
        String number = meeting.agenda().numbers().get(item.id());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Header.of(parent, meeting.head().bodyName(), "Số: …/BC-…", placeAndDate));
        blocks.add(new Block.Title("BÁO CÁO", "Tổng hợp ý kiến về nội dung “" + number + ". " + item.title() + "” tại " + meeting.head().title()));
        List<String> lines = lines(compilation, zone);
        for (int i = 0; i < lines.size(); i++) {
            blocks.add(Block.Paragraph.of(Run.of(i == 0 || i < lines.size() - 1 ? lines.get(i) : Words.unstopped(lines.get(i)) + "./.")));
        }
        blocks.add(new Block.Signatures(
                new Block.Signatures.Signature("", "", ""),
                new Block.Signatures.Signature("THƯ KÝ", "(Chữ ký)", meeting.roster().secretaries().findFirst().map(Participant::name).orElse(""))));
        blocks.add(new Block.Recipients(List.of("- Chủ trì;", "- Lưu: VT, Hồ sơ.")));
        return new OfficialPaper("Tổng hợp ý kiến: " + item.title(), meeting.head().bodyName(), List.copyOf(blocks));
    }

    /** How many opinions there were, then the secretary's own text. */
    static List<String> lines(Beforehand.Compilation compilation, ZoneId zone) {
        Map<Stance, Integer> counts = compilation.counts();
        return Stream.concat(Stream.of("Trước phiên họp, tính đến " + Times.on(Optional.empty(), zone).moment(compilation.at()) + ", thư ký nhận được "
                        + counts.values().stream().mapToInt(Integer::intValue).sum() + " ý kiến: " + counts.getOrDefault(Stance.AGREE, 0) + " đồng ý, "
                        + counts.getOrDefault(Stance.DISAGREE, 0) + " không đồng ý, " + counts.getOrDefault(Stance.OTHER, 0) + " ý kiến khác."),
                compilation.text().lines().filter(line -> !line.isBlank()).map(String::strip)).toList();
    }
}
