package com.neighborbid.launcher;

import java.util.List;

/** What Payara Micro's log says of a deployment; it says it nowhere else. */
record DeploymentLog(ChildLog log) {
    private static final int CAUSES_MOST = 8;

    /** Whether Micro has gone through all that it was told to deploy. */
    boolean complete() {
        return has("Payara Micro ", " ready in ");
    }

    boolean failed() {
        // The second line with these words carries the message, after the stack trace.
        return has("Exception while loading the app : ", "")
                || has("Exception while deploying the app ", "")
                // An application that fails at its start is "successfully deployed" before.
                || complete() && has("Exception while loading the app", "")
                || complete() && !has("was successfully deployed in", "neighborbid ");
    }

    /** The messages of the exceptions, outermost first, and where the whole log is. */
    String cause() {
        List<String> causes = log
                .last(
                        Integer.MAX_VALUE,
                        line -> line.startsWith("Caused by: ") || line.contains("Exception while loading the app : "))
                .stream()
                .map(line -> line.replaceFirst("^.*Exception while loading the app : |^Caused by: ", ""))
                .distinct()
                .toList();
        return String.join("\n  ", causes.subList(Math.max(0, causes.size() - CAUSES_MOST), causes.size()))
                + "\n  (whole log: " + log.file() + ")";
    }

    private boolean has(String words, String moreWords) {
        return !log.last(1, line -> line.contains(words) && line.contains(moreWords))
                .isEmpty();
    }
}
