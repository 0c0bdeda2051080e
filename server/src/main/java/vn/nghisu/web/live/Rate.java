package vn.nghisu.web.live;

/** A token bucket for one socket. */
final class Rate {
    private final double perSecond;
    private final double burst;
    private double tokens;
    private long filledAtNs;

    Rate(double perSecond, double burst, long nowNs) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.filledAtNs = nowNs;
    }

    boolean take(long nowNs) {
        tokens = Math.min(burst, tokens + (nowNs - filledAtNs) * perSecond / 1e9);
        filledAtNs = nowNs;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
