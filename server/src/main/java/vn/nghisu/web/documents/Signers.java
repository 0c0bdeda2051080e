package vn.nghisu.web.documents;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.SignatureSlot;
import vn.nghisu.papers.TextFold;

/** For whose signature each place of a paper waits. */
final class Signers {
    private Signers() {}

    /** Any of them may sign; nobody where no name is known. */
    static List<String> of(Meeting meeting, Document document, SignatureSlot slot, BodySheet sheet) {
        Stream<String> names = switch (slot) {
            case SECRETARY -> meeting.roster().secretaries().map(Participant::name);
            case CHAIR -> document.content().signatory().isBlank() ? meeting.roster().chair().stream().map(Participant::name) : Stream.of(document.content().signatory());
            // a committee may use the seal of the agency above it
            case AGENCY -> Stream.of(sheet.agency(), sheet.parentAgency());
        };
        return names.map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /** Those whom a certificate names none of; empty when it names one. @param subject name in the certificate, which may say more than the name, or less */
    static Optional<String> otherThan(String subject, List<String> awaited) {
        return awaited.isEmpty() || awaited.stream().anyMatch(name -> isOf(subject, name)) ? Optional.empty() : Optional.of(String.join(" / ", awaited));
    }

    private static boolean isOf(String subject, String name) {
        String certified = " " + TextFold.fold(subject).strip() + " ";
        String wanted = " " + TextFold.fold(name).strip() + " ";
        return certified.contains(wanted) || certified.strip().contains(" ") && wanted.contains(certified);
    }
}
