package com.neighborbid.member;

import com.neighborbid.platform.MemberRate;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How often a member may have its data: each time is a walk through every table. */
@ApplicationScoped
class ExportRate extends MemberRate {
    @Inject
    ExportRate(PlatformConfig platform, PrivacyConfig config, Time time) {
        super(platform, time, config.perHour());
    }

    /** For the container's proxy alone. */
    @SuppressWarnings("unused")
    protected ExportRate() {}
}
