package vn.nghisu.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nghisu.cli.demo.Figures.Unit;

/** The figures that texts refer to by name. */
final class FigureNames {
    private FigureNames() {}

    static Map<String, String> of(Figures figures) {
        Map<String, String> names = new LinkedHashMap<>();
        put(names, "", Figures.sum("Toàn tỉnh", figures.all()));
        put(names, "prov.", Figures.sum("Cấp tỉnh", figures.provincial()));
        put(names, "com.", Figures.sum("Cấp xã", figures.communes()));
        long documents = Figures.sum("", figures.all()).documents();
        long inside = Math.round(documents * 0.405);
        long outside = Math.round(documents * 0.059);
        long insideNext = Math.round(documents * 0.471);
        long outsideNext = documents - inside - outside - insideNext;
        names.put("docs.in.q1", Numbers.whole(inside));
        names.put("docs.in.q2", Numbers.whole(insideNext));
        names.put("docs.in.ratio", Numbers.percent(insideNext, inside));
        names.put("docs.out.q1", Numbers.whole(outside));
        names.put("docs.out.q2", Numbers.whole(outsideNext));
        names.put("docs.out.ratio", Numbers.percent(outsideNext, outside));
        return names;
    }

    private static void put(Map<String, String> names, String prefix, Unit unit) {
        names.put(prefix + "received", Numbers.whole(unit.received()));
        names.put(prefix + "online", Numbers.whole(unit.online()));
        names.put(prefix + "onlinerate", Numbers.percent(unit.online(), unit.received()));
        names.put(prefix + "resolved", Numbers.whole(unit.resolved()));
        names.put(prefix + "intime", Numbers.whole(unit.inTime()));
        names.put(prefix + "intimerate", Numbers.percent(unit.inTime(), unit.resolved()));
        names.put(prefix + "late", Numbers.whole(unit.late()));
        names.put(prefix + "open", Numbers.whole(unit.open()));
        names.put(prefix + "paid", Numbers.whole(unit.paidOnline()));
        names.put(prefix + "paidrate", Numbers.percent(unit.paidOnline(), unit.online()));
        names.put(prefix + "digitised", Numbers.whole(unit.digitised()));
        names.put(prefix + "digitrate", Numbers.percent(unit.digitised(), unit.resolved()));
        names.put(prefix + "docs", Numbers.whole(unit.documents()));
        names.put(prefix + "signed", Numbers.whole(unit.signed()));
        names.put(prefix + "signedrate", Numbers.percent(unit.signed(), unit.documents()));
    }

    static List<Unit> byOnlineShare(List<Unit> units) {
        return units.stream()
                .sorted(java.util.Comparator.comparingDouble(unit -> -(double) unit.online() / unit.received()))
                .toList();
    }
}
