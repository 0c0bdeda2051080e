package vn.nghisu.minutes;

import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.vote.Sealing;
import vn.nghisu.meeting.vote.SecretEvent;

/** What was published in a secret vote, in words. */
final class SecretFacts {
    private SecretFacts() {}

    static Text of(SecretEvent event, Meeting before) {
        String question = before.votes().find(event.vote()).map(vote -> vote.question()).orElse("");
        if (event instanceof SecretEvent.KeyCommitted e) {
            return new Text("{0} chuẩn bị phần khóa kiểm phiếu “{1}”", "{0} prepares a part of the key of “{1}”").fill(trustee(before, e, e.trustee()), question);
        }
        if (event instanceof SecretEvent.KeyAnnounced e) {
            return new Text("{0} góp phần khóa vào khóa chung của “{1}”", "{0} adds a part to the common key of “{1}”").fill(trustee(before, e, e.trustee()), question);
        }
        if (event instanceof SecretEvent.KeyDealt e) {
            Text dealt = new Text("{0} gửi phần khóa dự phòng của “{1}” cho hai thành viên kia", "{0} gives the two others spare parts of the key of “{1}”").fill(trustee(before, e, e.trustee()), question);
            return e.keyCode().map(code -> new Text("{0}; mã khóa {1}", "{0}; key code {1}").fill(dealt, code)).orElse(dealt);
        }
        if (event instanceof SecretEvent.KeyConfirmed e) {
            return new Text("{0} xác nhận mã khóa và thử khóa của “{1}”", "{0} confirms the key code and tests the key of “{1}”").fill(trustee(before, e, e.trustee()), question);
        }
        if (event instanceof SecretEvent.CeremonyVoided e) {
            return new Text("Tạo khóa lại từ đầu cho “{0}”; lý do: {1}", "The making of the key of “{0}” begins anew; reason: {1}").fill(question, e.reason());
        }
        if (event instanceof SecretEvent.SecretBallotCast e) {
            return new Text("Nhận phiếu kín của {0}, mã {1}", "Secret ballot of {0} received, code {1}").fill(before.roster().name(e.person()), e.code());
        }
        if (event instanceof SecretEvent.BallotSpoiled e) {
            return new Text("{0} mở phiếu {1} để kiểm tra máy; phiếu này không được bỏ", "{0} opens ballot {1} to check the device; it is not cast")
                    .fill(before.roster().name(e.person()), e.code());
        }
        if (event instanceof SecretEvent.CountingStarted e) {
            return new Text("Thôi nhận phiếu kín “{0}”, bắt đầu kiểm phiếu; mã thùng phiếu {1}", "No more secret ballots on “{0}”; counting begins, ballot box's code {1}")
                    .fill(question, e.ballotsCode());
        }
        SecretEvent.SumDecrypted decrypted = (SecretEvent.SumDecrypted) event;
        return new Text("{0} dùng phần khóa của mình mở tổng số phiếu “{1}”", "{0} opens the sum of “{1}” with the own part of the key")
                .fill(trustee(before, decrypted, decrypted.decryption().trustee()), question);
    }

    /** Whether it tells the room something new: a ceremony has a dozen parts within seconds, of which two bring something to compare or to begin. */
    static boolean isNews(SecretEvent event, Meeting before) {
        if (event instanceof SecretEvent.KeyDealt e) {
            return e.keyCode().isPresent();
        }
        if (event instanceof SecretEvent.KeyConfirmed e) {
            return before.votes().find(e.vote()).filter(vote -> vote.sealing().confirms().size() == Sealing.TRUSTEES - 1).isPresent();
        }
        return !(event instanceof SecretEvent.KeyCommitted || event instanceof SecretEvent.KeyAnnounced);
    }

    private static String trustee(Meeting meeting, SecretEvent event, int number) {
        return meeting.votes().find(event.vote()).map(vote -> meeting.roster().name(vote.trustees().get(number - 1))).orElse("");
    }
}
