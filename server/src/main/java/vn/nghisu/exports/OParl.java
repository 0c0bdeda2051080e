package vn.nghisu.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.exports.OpenJson.Entry;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.agenda.AgendaView;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.vote.Vote;

/**
 * Closed meetings of one body as OParl 1.1 (the standard's chapter "Objekte"): one document with the System, the Body and each of the lists to which they
 * point, under its URL in {@code lists}. Of what is not for everybody nothing is in it.
 */
public final class OParl {
    private static final String SCHEMA = "https://schema.oparl.org/1.1/";

    private final String base;
    private final String body;
    private final List<Entry> meetings = new ArrayList<>();
    private final List<Entry> agendaItems = new ArrayList<>();
    private final List<Entry> papers = new ArrayList<>();
    private final List<Entry> files = new ArrayList<>();
    private final List<Entry> consultations = new ArrayList<>();
    private final List<Entry> memberships = new ArrayList<>();
    private final Map<String, Entry> persons = new LinkedHashMap<>();

    private OParl(String origin, String body) {
        this.base = origin + "/oparl/1.1/";
        this.body = url("body", body);
    }

    /**
     * @param origin of this server, such as {@code https://hop.example.gov.vn}
     * @param meetings closed ones of one body, the newest first
     */
    public static byte[] of(String origin, List<Meeting> meetings) {
        Meeting newest = meetings.get(0);
        return new OParl(origin, newest.head().bodyId()).write(newest, meetings);
    }

    private String url(String what, String... ids) {
        return base + what + "/" + String.join("/", ids);
    }

    private static Entry object(String id, String type) {
        return Entry.of(id, SCHEMA + type);
    }

    private byte[] write(Meeting newest, List<Meeting> all) {
        String organization = url("organization", newest.head().bodyId());
        all.forEach(meeting -> meeting(meeting, organization));
        Entry group = object(organization, "Organization").with("body", body).with("name", newest.head().bodyName())
                .with("membership", memberships.stream().map(membership -> membership.get("id")).toList()).with("meeting", url("organization", newest.head().bodyId(), "meetings"))
                .with("organizationType", "Gremium");
        persons.values().forEach(person -> person.with("membership", memberships.stream().filter(membership -> membership.get("person").equals(person.get("id"))).toList()));
        Entry whole = object(body, "Body").with("system", base + "system").with("name", newest.head().parentAgency().isBlank() ? newest.head().bodyName() : newest.head().parentAgency());
        Map<String, Object> lists = new LinkedHashMap<>();
        lists.put(base + "bodies", OpenJson.list(List.of(whole)));
        Map<String, List<?>> ofBody = new LinkedHashMap<>();
        ofBody.put("organization", List.of(group));
        ofBody.put("person", List.copyOf(persons.values()));
        ofBody.put("meeting", meetings);
        ofBody.put("paper", papers);
        ofBody.put("agendaItem", agendaItems);
        ofBody.put("consultation", consultations);
        ofBody.put("file", files);
        ofBody.put("membership", memberships);
        ofBody.put("locationList", List.of());
        ofBody.put("legislativeTermList", List.of());
        ofBody.forEach((name, entries) -> {
            String list = url("body", newest.head().bodyId(), name);
            whole.with(name, list);
            lists.put(list, OpenJson.list(entries));
        });
        whole.with("legislativeTerm", List.of());
        lists.put(url("organization", newest.head().bodyId(), "meetings"), OpenJson.list(meetings));
        return OpenJson.bytes(new Entry()
                .with("system", object(base + "system", "System").with("oparlVersion", SCHEMA).with("body", base + "bodies").with("name", "Nghị Sự"))
                .with("lists", lists));
    }

    private void meeting(Meeting meeting, String organization) {
        String id = url("meeting", meeting.id());
        Map<String, String> numbers = AgendaView.visible(meeting, OpenJson.PUBLIC).numbers();
        List<Entry> items = new ArrayList<>();
        meeting.agenda().all().filter(item -> numbers.containsKey(item.id())).forEach(item -> items.add(item(meeting, item, numbers.get(item.id()), items.size())));
        agendaItems.addAll(items);
        List<String> there = new ArrayList<>();
        meeting.roster().all().filter(person -> person.role() != Role.GUEST).forEach(person -> {
            person(meeting, person, organization);
            if (!meeting.attendance().of(person.id()).stays().isEmpty()) {
                there.add(url("person", person.id()));
            }
        });
        meetings.add(object(id, "Meeting").with("name", meeting.head().title()).with("meetingState", "durchgeführt").with("cancelled", false)
                .with("start", OpenJson.time(meeting.heldAt()))
                .with("end", OpenJson.time(meeting.heldUntil()))
                .with("organization", List.of(organization)).with("participant", there).with("agendaItem", items)
                .with("created", OpenJson.time(meeting.session().issuedAt().orElse(meeting.head().startsAt())))
                .with("modified", OpenJson.time(meeting.session().closedAt().orElse(meeting.head().endsAt()))));
    }

    private void person(Meeting meeting, Participant person, String organization) {
        String id = url("person", person.id());
        if (persons.putIfAbsent(id, object(id, "Person").with("body", body).with("name", person.name())) == null) {
            memberships.add(object(url("membership", meeting.head().bodyId(), person.id()), "Membership").with("person", id).with("organization", organization)
                    .with("role", person.title().isBlank() ? person.role().name() : person.title()).with("votingRight", person.votes()));
        }
    }

    private Entry item(Meeting meeting, Item item, String number, int order) {
        String id = url("agendaItem", meeting.id(), item.id());
        Optional<Vote> decided = meeting.votes().all()
                .filter(vote -> vote.motion().item().filter(item.id()::equals).isPresent() && vote.verdict().isPresent() && OpenJson.PUBLIC.maySee(meeting, vote))
                .reduce((first, last) -> last);
        List<Paper> open = meeting.papers().of(item.id()).filter(paper -> isPublic(meeting, paper)).toList();
        open.forEach(paper -> paper(meeting, paper, id));
        return object(id, "AgendaItem").with("meeting", url("meeting", meeting.id())).with("number", number).with("order", order).with("name", item.title()).with("public", true)
                .with("consultation", open.stream().findFirst().map(paper -> url("consultation", meeting.id(), paper.id())))
                .with("result", decided.flatMap(Vote::verdict).map(verdict -> verdict.sentence().vi()))
                .with("resolutionText", meeting.conclusions().of(item.id()));
    }

    private static boolean isPublic(Meeting meeting, Paper paper) {
        return paper.access() == Access.EVERYONE && paper.handling() == Handling.FREE && OpenJson.PUBLIC.maySee(meeting, paper)
                && meeting.papers().successor(paper.id()).filter(newer -> OpenJson.PUBLIC.maySee(meeting, newer)).isEmpty();
    }

    private void paper(Meeting meeting, Paper paper, String item) {
        String id = url("paper", meeting.id(), paper.id());
        Entry consultation = object(url("consultation", meeting.id(), paper.id()), "Consultation").with("paper", id).with("agendaItem", item).with("meeting", url("meeting", meeting.id()));
        Entry file = object(url("file", meeting.id(), paper.id()), "File").with("name", paper.title()).with("fileName", paper.fileName()).with("mimeType", "application/pdf")
                .with("date", OpenJson.day(paper.addedAt())).with("size", paper.bytes())
                .with("accessUrl", base.replace("/oparl/1.1/", "/files/") + meeting.id() + "/" + paper.id() + "/original").with("sha256Checksum", paper.sha256());
        consultations.add(consultation);
        files.add(file);
        papers.add(object(id, "Paper").with("body", body).with("name", paper.title()).with("date", OpenJson.day(paper.addedAt())).with("mainFile", file).with("consultation", List.of(consultation)));
    }
}
