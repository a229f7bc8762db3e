package com.neighborbid.moderation;

import com.neighborbid.platform.MemberRate;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How often a member may report. */
@ApplicationScoped
class ReportRate extends MemberRate {
    @Inject
    ReportRate(PlatformConfig platform, ModerationConfig config, Time time) {
        super(platform, time, config.reportsPerHour());
    }

    /** For the container's proxy alone. */
    @SuppressWarnings("unused")
    protected ReportRate() {}
}
