package com.neighborbid.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.MemberNotice;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Rejection;
import com.neighborbid.platform.TestHouse;
import com.neighborbid.platform.Time;
import jakarta.persistence.NoResultException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Chat that is kept and forgotten, and reports, on a real database. */
class ModerationTest {
    private static final long DAY = 86_400_000;
    private static final long AUCTION = 5;
    private static final long SELLER = 1;
    private static final long SAM = 2;
    private static final long RITA = 3;

    private long now = 1_790_000_000_000L;
    private final TestHouse house = new TestHouse()
            .with(new ModerationConfig(90, 2, 20))
            .with(new Time() {
                @Override
                public long now() {
                    return now;
                }
            });
    private final ChatLog chat = house.get(ChatLog.class);
    private final Reports reports = house.get(Reports.class);

    @BeforeEach
    void furnish() {
        for (long member = SELLER; member <= 20; member++) {
            execute(
                    "INSERT INTO member (id, email, email_key, password_hash, display_name, locale, created_at) VALUES ("
                            + member + ", '" + member + "@example.com', '" + member
                            + "@example.com', 'x', 'Mina', 'ko', 0)");
        }
        execute(
                "INSERT INTO auction (id, seller_id, title, description, category_id, currency, start_price, increments,"
                        + " opens_at, first_ends_at, soft_close_seconds, soft_close_cap_seconds, created_at, state, price,"
                        + " ends_at) VALUES (5, 1, 'Bicycle', '', 'bicycles', 'KRW', 1, '0:1', 0, 1, 0, 0, 0, 'OPEN', 1, 1)");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void execute(String sql) {
        house.together(entities -> entities.createNativeQuery(sql).executeUpdate());
    }

    private ChatLine line(long id, String text) {
        return new ChatLine(id, AUCTION, new ChatLine.Speaker(SAM, "Sam", 7), text, now);
    }

    private List<String> history() {
        return chat.latest(AUCTION, Long.MAX_VALUE, 10).stream()
                .map(ChatLine::text)
                .toList();
    }

    private long report(long reporter, ReportKind kind, long thing) {
        return reports.report(reporter, reports.find(kind, thing, AUCTION), "Rude");
    }

    private long openCase() {
        return ((Number) house.together(
                        entities -> entities.createNativeQuery("SELECT id FROM report_case WHERE decided_at IS NULL")
                                .getSingleResult()))
                .longValue();
    }

    @Test
    void keepsALineOnce() {
        chat.keep(List.of(line(10, "Hello")));
        chat.keep(List.of(line(10, "Hello"), line(11, "Again")));

        assertEquals(List.of("Again", "Hello"), history());
    }

    @Test
    void showsNoLineThatWasRemovedOrIsTooOld() {
        chat.keep(List.of(line(10, "Old"), line(11, "Rude")));
        now += 90 * DAY;
        chat.keep(List.of(line(12, "New")));
        assertEquals(List.of("New", "Rude", "Old"), history());
        chat.remove(11);
        chat.remove(11);
        assertEquals(List.of("New", "Old"), history());
        now += 1;
        assertEquals(List.of("New"), history());
        refuses(CommonRejection.NOT_FOUND, () -> chat.remove(99));
    }

    @Test
    void forgetsOldLinesButThoseThatTheHouseHasToLookAt() {
        chat.keep(List.of(line(10, "Old"), line(11, "Rude")));
        report(RITA, ReportKind.CHAT, 11);
        now += 90 * DAY + 1;

        assertFalse(chat.sweep());
        assertTrue(chat.shown(10).isEmpty());
        assertTrue(chat.shown(11).isPresent());

        reports.decide(openCase(), ReportOutcome.DISMISSED);
        chat.sweep();
        assertTrue(chat.shown(11).isEmpty());
    }

    @Test
    void fullQueueLosesTheLineAndNotTheRoom() {
        ChatKeeper keeper = house.get(ChatKeeper.class);
        keeper.open();
        Stream.of(line(10, "1"), line(11, "2"), line(12, "3")).forEach(keeper::keep);

        keeper.stop();

        assertEquals(List.of("2", "1"), history());
    }

    @Test
    void gathersReportsOfOneThingThatComeTogether() {
        List<CompletableFuture<Long>> calls = IntStream.rangeClosed(3, 12)
                .mapToObj(member -> CompletableFuture.supplyAsync(() -> report(member, ReportKind.AUCTION, AUCTION)))
                .toList();
        assertEquals(10, calls.stream().map(CompletableFuture::join).distinct().count());

        long found = openCase();
        reports.decide(found, ReportOutcome.WITHDRAWN);

        String notice = new MemberNotice("REPORT_DECIDED", RITA, AUCTION, null, null, "WITHDRAWN").json();
        List<?> told = house.together(entities ->
                entities.createNativeQuery("SELECT body FROM outbox").getResultList());
        assertEquals(10, told.size());
        assertTrue(told.contains(notice), told::toString);
        refuses(ReportRejection.ALREADY_DECIDED, () -> reports.decide(found, ReportOutcome.DISMISSED));
        refuses(ReportRejection.ALREADY_DECIDED, () -> reports.open(found));
    }

    @Test
    void takesOneReportOfAMemberAndAThing() {
        report(RITA, ReportKind.MEMBER, SAM);
        refuses(ReportRejection.ALREADY_REPORTED, () -> report(RITA, ReportKind.MEMBER, SAM));
        refuses(ReportRejection.OWN_DOING, () -> report(SAM, ReportKind.MEMBER, SAM));
        refuses(ReportRejection.OWN_DOING, () -> report(SELLER, ReportKind.AUCTION, AUCTION));
        refuses(CommonRejection.NOT_FOUND, () -> report(RITA, ReportKind.MEMBER, 99));
        refuses(CommonRejection.NOT_FOUND, () -> report(RITA, ReportKind.AUCTION, 99));
        refuses(CommonRejection.NOT_FOUND, () -> report(RITA, ReportKind.CHAT, Ids.next(new Time())));

        reports.decide(openCase(), ReportOutcome.DISMISSED);

        refuses(ReportRejection.ALREADY_REPORTED, () -> report(RITA, ReportKind.MEMBER, SAM));
        assertThrows(NoResultException.class, this::openCase);
    }

    private static void refuses(Rejection rejection, Executable call) {
        assertEquals(rejection, assertThrows(RejectedException.class, call).rejection());
    }
}
