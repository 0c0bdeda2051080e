package vn.nghisu.minutes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.vote.Contest;
import vn.nghisu.meeting.vote.Mark;
import vn.nghisu.meeting.vote.Vote;

/** What the minutes tell of the ballots of a vote besides their numbers: sentences without an end mark. */
final class BallotNotes {
    private final Meeting meeting;
    private final Vote vote;

    BallotNotes(Meeting meeting, Vote vote) {
        this.meeting = meeting;
        this.vote = vote;
    }

    List<String> all() {
        return Stream.of(weights(), vote.rollCall().map(calling -> "Biểu quyết bằng gọi tên").stream(), delegated(), helped(), corrected(), secret())
                .flatMap(notes -> notes).toList();
    }

    private Stream<String> weights() {
        String weights = meeting.roster().order().stream().filter(vote.electorate().weights()::containsKey)
                .map(person -> name(person) + " " + vote.electorate().weightOf(person)).collect(Collectors.joining(", "));
        return weights.isEmpty() ? Stream.empty() : Stream.of("Số phiếu của thành viên: " + weights + "; mỗi người khác một phiếu");
    }

    /** Whoever verifies the vote with the exported poll compares these codes with the paper. */
    private Stream<String> secret() {
        if (!vote.isSecret()) {
            return Stream.empty();
        }
        return Stream.of(
                Stream.of("Ban kiểm phiếu: " + vote.trustees().stream().map(this::name).collect(Collectors.joining(", "))),
                vote.sealing().keyCode().map(code -> "Mã khóa " + code).stream(),
                vote.sealing().ballotsCode().map(code -> "Mã thùng phiếu " + code).stream(),
                receipts()).flatMap(notes -> notes);
    }

    private Stream<String> receipts() {
        String codes = vote.ballots().values().stream().map(Vote.Ballot::code).sorted().collect(Collectors.joining(", "));
        return codes.isEmpty() ? Stream.empty() : Stream.of("Mã các phiếu đã nhận: " + codes);
    }

    private Stream<String> delegated() {
        return vote.electorate().holders().entrySet().stream().map(each -> vote.electorate().substituted().contains(each.getKey())
                ? name(each.getValue()) + " dự thay và biểu quyết thay " + name(each.getKey())
                : name(each.getKey()) + " ủy quyền biểu quyết cho " + name(each.getValue()));
    }

    private Stream<String> helped() {
        return meeting.roster().order().stream().flatMap(person -> Optional.ofNullable(vote.ballots().get(person)).flatMap(Vote.Ballot::by)
                .filter(help -> help.reason().filter(reason -> !reason.isBlank()).isPresent() && vote.corrections().stream().noneMatch(each -> each.person().equals(person)))
                .map(help -> "Phiếu của " + name(person) + " do " + name(help.person()) + " ghi; lý do: " + Words.unstopped(help.reason().orElse(""))).stream());
    }

    private Stream<String> corrected() {
        return vote.corrections().stream().map(each -> "Đính chính sau khi kết thúc biểu quyết: phiếu của " + name(each.person()) + " từ “" + marks(each.was())
                + "” thành “" + marks(each.now()) + "”, do " + name(each.by()) + " ghi; lý do: " + Words.unstopped(each.reason()) + ". Kết quả trước khi đính chính: "
                + Words.unstopped(each.verdictBefore().sentence().vi()));
    }

    private String marks(Optional<List<String>> marks) {
        return marks.map(set -> set.isEmpty() ? "phiếu trắng" : vote.motion().form().contests().stream()
                        .flatMap(contest -> contest.marks().stream().filter(mark -> set.contains(mark.id())).map(mark -> label(contest, mark)))
                        .collect(Collectors.joining(", ")))
                .orElse("chưa biểu quyết");
    }

    private static String label(Contest contest, Mark mark) {
        return contest.label().vi().isEmpty() ? mark.label().vi() : contest.label().vi() + ": " + mark.label().vi();
    }

    private String name(String person) {
        return meeting.roster().name(person);
    }
}
