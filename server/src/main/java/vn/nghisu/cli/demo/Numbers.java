package vn.nghisu.cli.demo;

import java.util.Locale;

/** Numbers as Vietnamese papers write them: 12.345 and 98,7. */
final class Numbers {
    private Numbers() {}

    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '.');
    }

    /** One decimal, without the sign of percent; "-" when there is nothing to divide by. */
    static String percent(long part, long of) {
        return of == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100.0 * part / of).replace('.', ',');
    }

    static String decimal(double number) {
        return String.format(Locale.ROOT, "%,.1f", number).replace(',', '_').replace('.', ',').replace('_', '.');
    }
}
