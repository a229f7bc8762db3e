package com.neighborbid.operations;

import com.neighborbid.platform.Latency;
import com.neighborbid.platform.LatencyCounts;
import java.math.BigDecimal;

/**
 * Durations as a histogram of Prometheus's text format, in seconds.
 *
 * @param name with its unit, {@code ..._seconds}
 */
record Histogram(String name, String help, LatencyCounts counts) {
    private static final int MICRO_DIGITS = 6;

    /** The family's lines: buckets that each hold all before them, the sum and the count. */
    String text() {
        StringBuilder text = new StringBuilder(2000);
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" histogram\n");
        for (int bucket = 0; bucket < Latency.buckets(); bucket++) {
            long bound = Latency.bound(bucket);
            text.append(name)
                    .append("_bucket{le=\"")
                    .append(bound == Long.MAX_VALUE ? "+Inf" : seconds(bound))
                    .append("\"} ")
                    .append(counts.upTo(bucket))
                    .append('\n');
        }
        text.append(name).append("_sum ").append(seconds(counts.sumMicros())).append('\n');
        return text.append(name)
                .append("_count ")
                .append(counts.total())
                .append('\n')
                .toString();
    }

    private static String seconds(long micros) {
        BigDecimal seconds = BigDecimal.valueOf(micros, MICRO_DIGITS);
        return seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString();
    }
}
