package com.neighborbid;

import com.neighborbid.auction.Lots;
import com.neighborbid.wallet.Purses;
import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the tests inside the container deploy: the WAR as it was built, and the tests beside what they test. */
public final class WholeWar {
    // It answers any address that it does not know with the page, Arquillian's own among them.
    private static final String PAGE_FILTER = "/WEB-INF/classes/com/neighborbid/platform/PageFilter.class";

    private WholeWar() {}

    /** @param tests the test's own classes; the fixtures of members and lots come with them */
    public static WebArchive with(Class<?>... tests) {
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/neighborbid.war"));
        war.delete(PAGE_FILTER);
        return war.addClasses(tests).addClasses(Soon.class, Purses.class, Lots.class);
    }
}
