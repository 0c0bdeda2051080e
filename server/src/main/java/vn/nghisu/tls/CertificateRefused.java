package vn.nghisu.tls;

import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Text;

/** A certificate, its key or the room authority can't be used; says what is wrong and what to do. Never quotes a password or a key. */
public final class CertificateRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public enum Reason {
        UNREADABLE("Không đọc được tệp {0}; hãy kiểm tra đường dẫn và quyền đọc.", "The file {0} can't be read; check its path and permissions."),
        TOO_LARGE("Tệp {0} lớn quá {1} KB, không phải là chứng thư.", "The file {0} is larger than {1} KB and no certificate."),
        NO_CERTIFICATE("Tệp {0} không chứa chứng thư dạng PEM.", "The file {0} holds no certificate in PEM form."),
        NO_KEY("Tệp {0} không chứa khóa riêng dạng PEM (PKCS#8, PKCS#1 hoặc EC).", "The file {0} holds no private key in PEM form (PKCS#8, PKCS#1 or EC)."),
        ENCRYPTED_KEY(
                "Khóa riêng trong tệp {0} có mật khẩu; hãy dùng --keystore với tệp .p12, hoặc bỏ mật khẩu của khóa.",
                "The private key in {0} has a password; use --keystore with a .p12 file, or take the key's password away."),
        NOT_A_KEYSTORE("Tệp {0} không phải là kho khóa PKCS#12 (.p12).", "The file {0} is no PKCS#12 key store (.p12)."),
        WRONG_PASSWORD(
                "Mật khẩu của kho khóa {0} không đúng; hãy kiểm tra tệp mật khẩu hoặc biến {1}.",
                "The password of the key store {0} is wrong; check the password file or the variable {1}."),
        PASSWORD_MISSING(
                "Chưa có mật khẩu của kho khóa {0}; hãy dùng --keystore-password-file hoặc biến {1}.",
                "The password of the key store {0} is missing; use --keystore-password-file or the variable {1}."),
        PASSWORD_NOT_ASCII(
                "Mật khẩu của kho khóa {0} có chữ có dấu; hãy tạo lại kho khóa với mật khẩu chỉ gồm chữ không dấu, chữ số và ký hiệu.",
                "The password of the key store {0} has accented letters; make the store again with plain letters, digits and signs only."),
        NOT_ONE_KEY(
                "Kho khóa {0} phải chứa đúng một khóa riêng kèm chứng thư, nhưng có {1}.",
                "The key store {0} must hold exactly one private key with its certificate, but has {1}."),
        KEY_ALONE(
                "Khóa riêng trong kho khóa {0} không kèm chứng thư; hãy tạo lại tệp .p12 với cả khóa, chứng thư của máy chủ và các chứng thư trung gian.",
                "The private key in the key store {0} is without its certificate; make the .p12 file again with the key, the server's certificate and the intermediates."),
        KEY_DOES_NOT_FIT("Khóa riêng không khớp với chứng thư {0}; hãy chọn đúng cặp tệp.", "The private key does not fit the certificate {0}; choose the pair that belongs together."),
        BROKEN_CHAIN(
                "Các chứng thư trong tệp {0} không nối tiếp nhau; chứng thư của máy chủ phải đứng đầu, sau đó là các chứng thư trung gian.",
                "The certificates in {0} don't follow each other; the server's own must stand first, then the intermediates."),
        EXPIRED("Chứng thư {0} đã hết hạn ngày {1}; hãy xin chứng thư mới.", "The certificate {0} expired on {1}; get a new one."),
        NOT_YET("Chứng thư {0} chỉ có hiệu lực từ ngày {1}; hãy kiểm tra đồng hồ của máy chủ.", "The certificate {0} is valid only from {1}; check the server's clock."),
        NO_NAMES("Chứng thư {0} không ghi tên máy chủ (subjectAltName); trình duyệt sẽ từ chối.", "The certificate {0} names no server (subjectAltName); browsers would refuse it."),
        NAME_MISSING("Chứng thư {0} không có tên {1}; chứng thư chỉ dùng cho {2}.", "The certificate {0} lacks the name {1}; it is good for {2} only."),
        BAD_NAME("“{0}” không phải là tên máy hay địa chỉ IP.", "“{0}” is neither a host name nor an IP address."),
        TOO_MANY_NAMES(
                "Có {0} tên và địa chỉ, nhiều hơn {1} tên mà một chứng thư nhận; hãy bớt tên, hoặc bỏ các dòng không dùng trong tệp names rồi thử lại: {2}.",
                "There are {0} names and addresses, more than the {1} that a certificate takes; give fewer, or remove unused lines from the file names and try again: {2}."),
        NOT_PERMITTED(
                "Chứng thư gốc của phòng họp không cho phép tên {0}; hãy chạy nghisu tls --new-root --name {0}, sau đó cài lại chứng thư gốc trên các thiết bị.",
                "The room's root certificate does not permit the name {0}; run nghisu tls --new-root --name {0}, then let all devices trust the new root."),
        AUTHORITY_DAMAGED(
                "Chứng thư gốc của phòng họp trong {0} bị hỏng hoặc thiếu tệp; hãy khôi phục từ bản sao lưu, hoặc chạy nghisu tls --new-root.",
                "The room authority in {0} is damaged or incomplete; restore it from a backup, or run nghisu tls --new-root."),
        ROOT_EXPIRED(
                "Chứng thư gốc của phòng họp đã hết hạn ngày {1}; hãy chạy nghisu tls --new-root, sau đó cài lại trên các thiết bị.",
                "The room's root certificate expired on {1}; run nghisu tls --new-root, then let all devices trust the new one."),
        NOT_WRITABLE("Không ghi được vào {0}.", "Nothing can be written to {0}.");

        private final Text text;

        Reason(String vi, String en) {
            this.text = new Text(vi, en);
        }

        public Text text() {
            return text;
        }
    }

    private final Reason reason;
    private final transient Text sentence;

    CertificateRefused(Reason reason, Object... arguments) {
        super(reason.text.fill(arguments).vi() + " / " + reason.text.fill(arguments).en());
        this.reason = reason;
        this.sentence = reason.text.fill(arguments);
    }

    public Reason reason() {
        return reason;
    }

    public String sentence(Language language) {
        return sentence.sentence(language);
    }
}
