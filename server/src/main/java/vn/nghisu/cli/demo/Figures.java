package vn.nghisu.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The invented statistics of the province for half a year. Every total anywhere in the papers is a sum of the lines here, so the
 * report, its annex and the plan agree with each other.
 */
final class Figures {
    private static final long SEED = 20260630;
    static final int MONTHS = 6;
    /** February has the New Year; the last months have the most. */
    private static final double[] MONTH_SHARES = {0.152, 0.121, 0.166, 0.181, 0.187, 0.193};

    /** Cases of one procedure at one unit. {@code late} of the resolved ones were late; the rest is still in hand. */
    record Line(String field, String service, long received, long online, long inTime, long late, long paidOnline, long digitised) {
        long resolved() {
            return inTime + late;
        }

        long open() {
            return received - resolved();
        }
    }

    /** @param months cases received in each month */
    record Unit(String name, boolean commune, List<Line> lines, List<Long> months, long documents, long signed) {
        long received() {
            return lines.stream().mapToLong(Line::received).sum();
        }

        long online() {
            return lines.stream().mapToLong(Line::online).sum();
        }

        long inTime() {
            return lines.stream().mapToLong(Line::inTime).sum();
        }

        long late() {
            return lines.stream().mapToLong(Line::late).sum();
        }

        long resolved() {
            return inTime() + late();
        }

        long open() {
            return received() - resolved();
        }

        long paidOnline() {
            return lines.stream().mapToLong(Line::paidOnline).sum();
        }

        long digitised() {
            return lines.stream().mapToLong(Line::digitised).sum();
        }
    }

    private final List<Unit> provincial = new ArrayList<>();
    private final List<Unit> communes = new ArrayList<>();

    Figures() {
        for (Map.Entry<String, List<String>> unit : services().entrySet()) {
            SplittableRandom dice = dice(unit.getKey());
            double size = unit.getKey().contains("Công an") ? 60 : unit.getKey().contains("Bảo hiểm") ? 40 : 1 + 7 * dice.nextDouble();
            double share = unit.getKey().contains("Thanh tra") ? 0.42 : 0.76 + 0.18 * dice.nextDouble();
            List<Line> lines = unit.getValue().stream().map(service -> line("", service, size, share, dice)).toList();
            provincial.add(unit(unit.getKey(), false, lines, dice));
        }
        for (String name : lines("communes.txt")) {
            SplittableRandom dice = dice(name);
            double size = (name.startsWith("phường") ? 1.5 : 0.35) + dice.nextDouble() * 0.6;
            double share = 0.64 + 0.30 * dice.nextDouble();
            List<Line> lines = lines("commune-services.txt").stream()
                    .map(text -> text.split("\\|"))
                    .map(part -> line(part[0], part[1], size, share, dice))
                    .toList();
            communes.add(unit("UBND " + name, true, lines, dice));
        }
    }

    List<Unit> provincial() {
        return provincial;
    }

    List<Unit> communes() {
        return communes;
    }

    List<Unit> all() {
        List<Unit> all = new ArrayList<>(provincial);
        all.addAll(communes);
        return all;
    }

    /** Sums of some units as if they were one. */
    static Unit sum(String name, List<Unit> units) {
        List<Long> months = new ArrayList<>();
        for (int m = 0; m < MONTHS; m++) {
            int month = m;
            months.add(units.stream().mapToLong(unit -> unit.months().get(month)).sum());
        }
        return new Unit(
                name,
                false,
                units.stream().flatMap(unit -> unit.lines().stream()).toList(),
                months,
                units.stream().mapToLong(Unit::documents).sum(),
                units.stream().mapToLong(Unit::signed).sum());
    }

    private static Line line(String field, String service, double size, double onlineShare, SplittableRandom dice) {
        double frequency = Math.abs(service.hashCode() % 97) / 97.0;
        long received = Math.round(size * (30 + 260 * frequency * frequency + 40 * dice.nextDouble()));
        long online = Math.round(received * Math.min(1, onlineShare + 0.16 * (dice.nextDouble() - 0.45)));
        long resolved = Math.round(received * (0.93 + 0.06 * dice.nextDouble()));
        long late = dice.nextInt(4) == 0 ? Math.round(resolved * 0.02 * dice.nextDouble()) : 0;
        long paid = Math.round(online * (0.55 + 0.35 * dice.nextDouble()));
        long digitised = Math.round(resolved * (0.70 + 0.29 * dice.nextDouble()));
        return new Line(field, service, received, online, resolved - late, late, paid, digitised);
    }

    private static Unit unit(String name, boolean commune, List<Line> lines, SplittableRandom dice) {
        long received = lines.stream().mapToLong(Line::received).sum();
        List<Long> months = new ArrayList<>();
        long left = received;
        for (int m = 0; m < MONTHS; m++) {
            long here = m == MONTHS - 1 ? left : Math.round(received * (MONTH_SHARES[m] + 0.008 * (dice.nextDouble() - 0.5)));
            months.add(here);
            left -= here;
        }
        long documents = Math.round((commune ? 700 : 2_600) * (0.8 + 0.6 * dice.nextDouble()));
        long signed = Math.round(documents * (0.875 + 0.12 * dice.nextDouble()));
        return new Unit(name, commune, lines, months, documents, signed);
    }

    private static SplittableRandom dice(String name) {
        return new SplittableRandom(SEED ^ name.hashCode());
    }

    private static Map<String, List<String>> services() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        String unit = "";
        for (String line : lines("services.txt")) {
            if (line.startsWith("= ")) {
                unit = line.substring(2);
                found.put(unit, new ArrayList<>());
            } else {
                found.get(unit).add(line);
            }
        }
        return found;
    }

    static List<String> lines(String resource) {
        try (InputStream in = Figures.class.getResourceAsStream("/demo/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
