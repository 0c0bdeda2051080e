package vn.nghisu.web.indicators;

import io.vertx.core.http.HttpMethod;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.nghisu.indicators.Grid;
import vn.nghisu.indicators.GridFiles;
import vn.nghisu.indicators.ImportPlan;
import vn.nghisu.indicators.Indicators;
import vn.nghisu.indicators.Value;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.indicators.Amount;
import vn.nghisu.people.Body;
import vn.nghisu.people.Directory;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.BodyGate;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/** Values of indicators from a file: looked at first, and written when the same file comes again with what the preview said. */
public final class ImportRoutes {
    /** The file as base64, with room for its name. */
    private static final int BODY_KB = GridFiles.FILE_BYTES / 1024 * 4 / 3 + 8;
    private static final int VALUES_AT_ONCE = 10_000;
    private static final int LINES_SHOWN = 1_000;

    private final Indicators indicators;
    private final BodyGate gate;

    public ImportRoutes(Directory directory, Indicators indicators) {
        this.indicators = indicators;
        this.gate = new BodyGate(directory);
    }

    public void declare(Api api) {
        api.later(HttpMethod.POST, "/api/bodies/:body/indicator-import", Right.SIGNED_IN, BODY_KB, call -> {
            Body body = gate.write(call);
            return call.ctx().vertx().executeBlocking(() -> take(call, body), false);
        });
    }

    /** @param content base64 @param confirmed the preview's mark; without it nothing is written */
    private record Sent(String content, Optional<String> confirmed) {}

    record Line(int row, String code, String name, String unit, String period, String value, Optional<String> before, ImportPlan.What what) {}

    /**
     * @param mark to be sent back to confirm
     * @param faults sentences that name row and column, the first of them
     * @param faultsMore those that are not named
     * @param doubts sentences on what is taken and may be wrong
     * @param leftOff lines that are not shown
     * @param written how many values were written, once it was confirmed
     */
    record Preview(String mark, int fresh, int changed, int same, List<Line> lines, int leftOff, List<String> faults, int faultsMore, List<String> doubts, Optional<Integer> written) {}

    private Preview take(Call call, Body body) {
        Sent sent = call.body(Sent.class);
        Grid grid;
        try {
            grid = GridFiles.read(Base64.getDecoder().decode(sent.content()));
        } catch (GridFiles.Unreadable e) {
            throw Problem.SHEET_NOT_READ.with(e.why());
        } catch (IllegalArgumentException e) {
            throw Problem.SHEET_NOT_READ.with(new Text("tệp chưa đến trọn vẹn", "it has not come whole"));
        }
        ImportPlan plan = ImportPlan.of(grid, indicators.of(body.id()), indicators.values(body.id()), indicators.today());
        if (plan.lines().size() > VALUES_AT_ONCE) {
            throw Problem.SHEET_NOT_READ.with(new Text("nhiều hơn " + VALUES_AT_ONCE + " giá trị", "it has more than " + VALUES_AT_ONCE + " values"));
        }
        String mark = Hash.sha256(plan.lines().stream().map(line -> line.entry() + " " + line.before()).collect(Collectors.joining("\n"))).hex();
        Optional<Integer> written = sent.confirmed().map(confirmed -> {
            if (!confirmed.equals(mark)) {
                throw Problem.SHEET_MOVED_ON.with();
            }
            return indicators.enter(body.id(), plan.lines().stream().map(ImportPlan.Line::entry).toList(), Value.Source.FILE, call.who().person().name())
                    .orElseThrow(() -> Problem.INDICATORS_FULL.with(Indicators.VALUES_PER_BODY));
        });
        List<Line> lines = plan.lines().stream().filter(line -> line.what() != ImportPlan.What.SAME).map(ImportRoutes::shown).toList();
        return new Preview(mark, count(plan, ImportPlan.What.NEW), count(plan, ImportPlan.What.CHANGED), count(plan, ImportPlan.What.SAME), lines.stream().limit(LINES_SHOWN).toList(),
                Math.max(0, lines.size() - LINES_SHOWN), sentences(plan.faults(), call), plan.faultsMore(), sentences(plan.doubts(), call), written);
    }

    private static List<String> sentences(List<ImportPlan.Fault> faults, Call call) {
        return faults.stream().map(fault -> fault.sentence().in(call.language())).toList();
    }

    private static int count(ImportPlan plan, ImportPlan.What what) {
        return (int) plan.lines().stream().filter(line -> line.what() == what).count();
    }

    private static Line shown(ImportPlan.Line line) {
        return new Line(line.row(), line.indicator().code(), line.indicator().name(), line.indicator().unit(), line.entry().period().key(),
                Amount.key(line.entry().amount().orElseThrow()), line.before().map(Amount::key), line.what());
    }
}
