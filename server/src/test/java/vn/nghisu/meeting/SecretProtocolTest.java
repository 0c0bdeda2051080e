package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.inSession;
import static vn.nghisu.meeting.Steps.voteClosed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Hash;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.minutes.Letterhead;
import vn.nghisu.minutes.Made;
import vn.nghisu.minutes.OfficialPapers;
import vn.nghisu.minutes.PaperFault;
import vn.nghisu.minutes.PaperOrder;
import vn.nghisu.minutes.PaperRefused;
import vn.nghisu.minutes.Signatory;
import vn.nghisu.minutes.Templates;
import vn.nghisu.room.Json;

/** The record of a secret vote tells its sums, its committee and its codes, and of nobody what was voted. */
class SecretProtocolTest {
    private final Committee committee = new Committee("vote1");

    private static Made protocol(Scenario story) {
        PaperOrder order = new PaperOrder(DocumentKind.VOTE_PROTOCOL, Optional.of("vote1"), new Letterhead(Optional.empty(), "Ban Chỉ đạo"), Optional.empty(),
                LocalDate.of(2026, 1, 5), "Hà Nội", new Signatory(List.of(), ""), List.of());
        return new OfficialPapers(Templates.builtIn()).make(story.meeting(), new Head("meeting/m", 9, Hash.sha256("x")), order, Instant.EPOCH);
    }

    @Test
    void says_no_more_than_the_sums() {
        Scenario story = given(inSession(), committee.opened(), committee.cast("chair", "for"), committee.cast("member1", "against"),
                committee.cast("member2", "for"), committee.cast("member3", "for"), voteClosed("vote1"), committee.counted(3, 1));

        String text = Json.write(protocol(story).paper());
        assertThat(text).contains("Biên bản kiểm phiếu", "bỏ phiếu kín", "Ban kiểm phiếu: ", committee.there(story).sealing().keyCode().orElseThrow()).doesNotContain("Họ và tên");
        List<String> silent = List.of("member2", "member3");
        silent.forEach(person -> assertThat(text).doesNotContain(story.meeting().roster().name(person)));
    }

    @Test
    void is_not_made_while_it_is_counted() {
        Scenario story = given(inSession(), committee.opened(), committee.cast("chair", "for"), committee.cast("member1", "against"),
                committee.cast("member2", "for"), committee.cast("member3", "for"), voteClosed("vote1"));
        assertThatThrownBy(() -> protocol(story)).isInstanceOfSatisfying(PaperRefused.class, refused -> assertThat(refused.fault()).isEqualTo(PaperFault.VOTE_NOT_CLOSED));
    }
}
