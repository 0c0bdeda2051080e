package vn.nghisu.web.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.nghisu.exports.Dossier;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.documents.Content;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.minutes.BienBan;
import vn.nghisu.minutes.FormReport;
import vn.nghisu.minutes.Outcomes;
import vn.nghisu.minutes.layout.Typesetter;
import vn.nghisu.papers.Disk;
import vn.nghisu.papers.OfficialFiles;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.people.ArchiveChoices;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Json;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.OneTimeFile;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Guard;
import vn.nghisu.web.signin.Right;

/**
 * Dossiers of closed meetings, for those who prepare them: {@code /api/meetings/:meeting/dossier} remembers the body's choices ({@code PUT}) and tells what would be in it ({@code GET}),
 * {@code /files/:meeting/dossier.zip} gives it.
 */
public final class DossierRoutes {
    private static final Text[] FIELDS = {new Text("mã cơ quan", "the agency's number"), new Text("mục lục hồ sơ", "the catalogue"), new Text("số và ký hiệu hồ sơ", "the dossier's notation"),
        new Text("thời hạn bảo quản", "the time of keeping"), new Text("chế độ sử dụng", "the rights of use")};

    /** What the archive is told of papers that nobody has signed. */
    private static final String DRAFT = "Bản dự thảo do máy chủ lập từ nhật ký cuộc họp, chưa có người ký";
    private static final String UNSIGNED = "Bản tổng hợp do máy chủ lập từ nhật ký cuộc họp, không có người ký";

    private final Rooms rooms;
    private final Directory directory;
    private final PaperStore store;
    private final ArchiveChoices choices;
    private final OfficialFiles files;
    private final OneTimeFile file;

    public DossierRoutes(Vertx vertx, Rooms rooms, Directory directory, PaperStore store, ArchiveChoices choices, OfficialFiles files) {
        this.file = new OneTimeFile(vertx, store);
        this.rooms = rooms;
        this.directory = directory;
        this.store = store;
        this.choices = choices;
        this.files = files;
    }

    public void declare(Api api, Router router) {
        api.blocking(HttpMethod.GET, "/api/meetings/:meeting/dossier", Right.SIGNED_IN, this::tell)
                .blocking(HttpMethod.PUT, "/api/meetings/:meeting/dossier", Right.SIGNED_IN, this::choose);
        router.get("/files/:meeting/dossier.zip").handler(this::file);
    }

    private record Told(Dossier.Choices choices) {}

    private Object tell(Call call) {
        Meeting meeting = room(call.ctx()).meeting();
        Dossier.Choices before = of(meeting);
        String year = String.valueOf(meeting.heldAt().atZone(VietnamTime.ZONE).getYear());
        return new Told(before.fileCatalog().isBlank() ? new Dossier.Choices(before.organId(), year, before.fileNotation(), before.maintenance(), before.rights()) : before);
    }

    /** Also says what would be too long, before anything is taken out. */
    private Object choose(Call call) {
        Room room = room(call.ctx());
        Dossier.Choices wanted = call.body(Dossier.Choices.class);
        List<String> values = List.of(wanted.organId(), wanted.fileCatalog(), wanted.fileNotation(), wanted.maintenance(), wanted.rights());
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).length() > Dossier.Choices.LONGEST[i]) {
                throw Problem.FIELD_TOO_LONG.with(FIELDS[i], Dossier.Choices.LONGEST[i]);
            }
        }
        choices.write(room.meeting().head().bodyId(), ArchiveChoices.What.DOSSIER, Json.write(wanted));
        try {
            store.work().within(folder -> {
                check(wanted, content(room, folder));
                return wanted;
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return null;
    }

    private static void check(Dossier.Choices wanted, Dossier.Content content) {
        Dossier.missing(wanted).ifPresent(field -> {
            throw Problem.FIELD_MISSING.with(field);
        });
        Dossier.tooLong(wanted, content).stream().findFirst().ifPresent(fault -> {
            throw Problem.DOSSIER_FIELD_TOO_LONG.with(fault.field(), fault.of(), fault.length(), fault.longest());
        });
    }

    private Dossier.Choices of(Meeting meeting) {
        return choices.of(meeting.head().bodyId(), ArchiveChoices.What.DOSSIER).map(json -> {
            try {
                return Json.MAPPER.readValue(json, Dossier.Choices.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a body's choices can't be read", e);
            }
        }).orElse(Dossier.Choices.NONE);
    }

    private void file(RoutingContext ctx) {
        Room room = room(ctx);
        file.send(ctx, "ho-so-" + room.meetingId() + ".zip", "application/zip", target -> {
            Dossier.Choices wanted = of(room.meeting());
            Dossier.Content content = content(room, target.getParent());
            check(wanted, content);
            try (ZipOutputStream zip = new ZipOutputStream(Disk.sparing(new BufferedOutputStream(Files.newOutputStream(target)), target.getParent()))) {
                Dossier.write(wanted, content, zip);
            }
        });
    }

    private Dossier.Content content(Room room, Path folder) throws IOException {
        Room.Standing standing = room.standing();
        Meeting meeting = standing.meeting();
        Instant closed = meeting.session().closedAt().orElseThrow();
        List<Dossier.Document> documents = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        boolean session = meeting.head().kind().hasSession();
        Rights rights = Rights.of(meeting, Caller.system());
        IssuedPapers issued = IssuedPapers.of(meeting, rights, files);
        for (IssuedPapers.Issued paper : issued.papers()) {
            if (paper.pdf().isPresent()) {
                documents.add(issued(paper.pdf().get(), paper.document(), meeting));
            } else {
                missing.add(paper.title() + ": đã ban hành, tệp trên máy chủ bị mất hoặc hỏng");
            }
        }
        if (!issued.haveMinutes()) {
            documents.add(own(folder.resolve("minutes.pdf"), session ? "Biên bản" : "Tổng hợp phiếu lấy ý kiến", meeting, closed, DRAFT,
                session ? BienBan.pdf(meeting, standing.head(), closed, VietnamTime.ZONE) : FormReport.pdf(meeting, standing.head(), VietnamTime.ZONE)));
        }
        Optional<byte[]> outcomes = Outcomes.of(meeting, rights, VietnamTime.ZONE).map(paper -> Typesetter.pdf(paper, closed.atZone(VietnamTime.ZONE)));
        if (outcomes.isPresent()) {
            documents.add(own(folder.resolve("outcomes.pdf"), "Kết luận và kết quả biểu quyết", meeting, closed, UNSIGNED, outcomes.get()));
        }
        meeting.agenda().all().forEach(item -> meeting.papers().of(item.id())
                .filter(paper -> paper.isPrepared() && !paper.isWithdrawn() && meeting.papers().successor(paper.id()).isEmpty())
                .forEach(paper -> store.original(paper.sha256()).ifPresentOrElse(file -> documents.add(new Dossier.Document(Dossier.typeName(paper.title()), paper.title(), paper.addedAt(),
                        item.outline().unit().isBlank() ? meeting.head().bodyName() : item.outline().unit(), paper.pages(), Optional.empty(), "", Optional.empty(), List.of(), file, paper.sha256())),
                        () -> missing.add(paper.title() + (meeting.retention().isDestroyed(paper.id()) ? ": tệp đã tiêu hủy theo thời hạn lưu trữ" : ": không có tệp") + "; SHA-256 " + paper.sha256()))));
        return new Dossier.Content(meeting.head().title(), meeting.head().bodyName(), meeting.heldAt(), closed, documents, missing);
    }

    private static Dossier.Document own(Path file, String type, Meeting meeting, Instant at, String description, byte[] pdf) throws IOException {
        Files.write(file, pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) { // made here, so read here
            return new Dossier.Document(type, Dossier.subject(type, meeting.head().title()), at, meeting.head().bodyName(), document.getNumberOfPages(), Optional.empty(), description, Optional.empty(), List.of(), file, Hash.sha256(pdf).hex());
        }
    }

    /** As it was signed. Who signs for the chair is told by the lines above the name. */
    private static Dossier.Document issued(Path file, Document paper, Meeting meeting) throws IOException {
        Content content = paper.content();
        try (PDDocument document = Loader.loadPDF(file.toFile())) { // made and signed here or taken as an addition to what was made here
            return new Dossier.Document(content.kind().label().vi(), Dossier.subject(content.kind().label().vi(), meeting.head().title()), content.date().atStartOfDay(VietnamTime.ZONE).toInstant(),
                    meeting.head().bodyName(), document.getNumberOfPages(),
                    Optional.of(new Dossier.Signer(String.join(" ", content.capacity()), content.signatory())).filter(signer -> !signer.fullName().isBlank()),
                    "", content.number().map(number -> new Dossier.Code("%02d".formatted(number.ordinal()), number.notation())), content.recipients(), file, paper.file());
        }
    }

    private Room room(RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        Room room = rooms.find(ctx.pathParam("meeting")).filter(found -> Rights.of(found.meeting(), caller).mayPrepare()).orElseThrow(Problem.NOT_FOUND::with);
        if (room.meeting().phase() != Phase.CLOSED) {
            throw Problem.JOURNAL_RUNS.with();
        }
        return room;
    }
}
