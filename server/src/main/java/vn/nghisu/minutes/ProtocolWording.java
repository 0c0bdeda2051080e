package vn.nghisu.minutes;

import java.util.List;
import java.util.Map;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;

/** The record of one vote; of a secret one it is that of the counting committee, "biên bản kiểm phiếu". */
final class ProtocolWording {
    /**
     * @param name "Biên bản kiểm phiếu" of a secret vote, else "Biên bản"
     * @param item number and title, empty where the vote belongs to none
     * @param manner "biểu quyết công khai" @param majority the rule in words @param time when it was open
     * @param quorum a sentence without its end mark
     * @param committee who counted a secret vote, with commas between
     * @param again why it repeats an earlier vote, else empty
     */
    record Values(String name, String question, String item, String manner, String majority, String time, String quorum, String committee, String again) {}

    private ProtocolWording() {}

    static Wording of(Meeting meeting, MinutesDraft draft, Times times, String id) {
        Vote vote = meeting.votes().find(id).orElseThrow(() -> new PaperRefused(PaperFault.NO_SUCH_VOTE));
        if (vote.state() == Vote.State.CANCELLED) {
            throw new PaperRefused(PaperFault.VOTE_CANCELLED);
        }
        if (vote.tally().isEmpty() || vote.openedAt().isEmpty()) {
            throw new PaperRefused(PaperFault.VOTE_NOT_CLOSED);
        }
        MinutesDraft.Ballot ballot = new Course(meeting).ballot(vote);
        Values values = new Values(vote.isSecret() ? "Biên bản kiểm phiếu" : "Biên bản", vote.question(),
                vote.motion().item().flatMap(meeting.agenda()::find).map(item -> meeting.agenda().numbers().get(item.id()) + ". " + item.title()).orElse(""),
                Words.mode(vote.motion().mode()), Words.majority(vote.motion().rule()), times.span(ballot.openedAt(), ballot.closedAt()), quorum(vote.quorum()),
                String.join(", ", vote.trustees().stream().map(meeting.roster()::name).toList()), ballot.repeatsBecause().map(Words::unstopped).orElse(""));
        return new Wording("Kết quả biểu quyết: " + vote.question(), values,
                Map.of("vote", () -> VoteParts.one(vote, ballot), "annex", () -> List.of(MinutesText.annex(draft))));
    }

    private static String quorum(Quorum.Standing quorum) {
        return "có mặt " + quorum.present() + " trên " + quorum.members() + " thành viên có quyền biểu quyết, cần ít nhất " + quorum.needed() + ": "
                + (quorum.met() ? "đủ số thành viên theo quy định" : "chưa đủ số thành viên theo quy định");
    }
}
