package com.neighborbid.moderation;

import com.neighborbid.auction.Auctions;
import com.neighborbid.member.Members;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.MemberNotice;
import com.neighborbid.platform.Outbox;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** What members report, gathered by the thing, and what the house made of it. Each call is a transaction. */
@ApplicationScoped
@Transactional
public class Reports {
    private static final String OPEN_CASE = """
            INSERT INTO report_case (id, kind, thing_id, auction_id, member_id, opened_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (kind, thing_id) WHERE decided_at IS NULL DO NOTHING""";
    private static final String FIND_CASE =
            "SELECT id FROM report_case WHERE kind = ?1 AND thing_id = ?2 AND decided_at IS NULL FOR UPDATE";
    private static final String ADD = """
            INSERT INTO report (id, case_id, kind, thing_id, reporter_id, reason, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT ON CONSTRAINT report_once DO NOTHING""";

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ChatLog chat;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Outbox outbox;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /**
     * The thing behind an id, as a report of it needs it.
     *
     * @param auction where a member was met; of the others it is known
     * @throws RejectedException {@code NOT_FOUND} when there is no such thing, or its room no longer shows it
     */
    Reported find(ReportKind kind, long thing, long auction) {
        return switch (kind) {
            case AUCTION -> new Reported(kind, thing, thing, sellerOf(thing));
            case CHAT ->
                chat.shown(thing)
                        .map(line -> new Reported(kind, thing, line.auction(), line.member()))
                        .orElseThrow(() -> RejectedException.notFound("chat line"));
            case MEMBER -> {
                if (members.profile(thing).isEmpty()) {
                    throw RejectedException.notFound("member");
                }
                sellerOf(auction);
                yield new Reported(kind, thing, auction, thing);
            }
        };
    }

    /**
     * Takes a report and answers its id.
     *
     * @throws RejectedException {@code OWN_DOING}, {@code ALREADY_REPORTED}
     */
    long report(long reporter, Reported about, String reason) {
        if (about.member() == reporter) {
            throw new RejectedException(ReportRejection.OWN_DOING);
        }
        long id = Ids.next(time);
        int added = entities.createNativeQuery(ADD)
                .setParameter(1, id)
                .setParameter(2, openCase(about))
                .setParameter(3, about.kind().name())
                .setParameter(4, about.thing())
                .setParameter(5, reporter)
                .setParameter(6, reason)
                .setParameter(7, time.now())
                .executeUpdate();
        if (added == 0) {
            throw new RejectedException(ReportRejection.ALREADY_REPORTED);
        }
        return id;
    }

    /**
     * A case that waits for a decision.
     *
     * @throws RejectedException {@code NOT_FOUND}, {@code ALREADY_DECIDED}
     */
    public ReportCase open(long id) {
        ReportCase found = entities.find(ReportCase.class, id);
        if (found == null) {
            throw RejectedException.notFound("report");
        }
        found.checkOpen();
        return found;
    }

    /** Closes a case; all who reported it are told. Throws as {@link #open}. */
    public void decide(long id, ReportOutcome outcome) {
        ReportCase found = open(id);
        entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        found.decide(outcome, time.now());
        for (long reporter : reporters(id)) {
            outbox.add(
                    MemberNotice.QUEUE,
                    new MemberNotice("REPORT_DECIDED", reporter, found.auction(), null, null, outcome.name()).json());
        }
    }

    /** The thing's open case, locked, so that none is decided while a report is added to it. */
    private long openCase(Reported about) {
        List<?> found = findCase(about);
        while (found.isEmpty()) {
            entities.createNativeQuery(OPEN_CASE)
                    .setParameter(1, Ids.next(time))
                    .setParameter(2, about.kind().name())
                    .setParameter(3, about.thing())
                    .setParameter(4, about.auction())
                    .setParameter(5, about.member())
                    .setParameter(6, time.now())
                    .executeUpdate();
            found = findCase(about);
        }
        return ((Number) found.get(0)).longValue();
    }

    private List<?> findCase(Reported about) {
        return entities.createNativeQuery(FIND_CASE)
                .setParameter(1, about.kind().name())
                .setParameter(2, about.thing())
                .getResultList();
    }

    private List<Long> reporters(long id) {
        @SuppressWarnings("unchecked")
        List<Number> found = entities.createNativeQuery("SELECT reporter_id FROM report WHERE case_id = ?1 ORDER BY id")
                .setParameter(1, id)
                .getResultList();
        return found.stream().map(Number::longValue).toList();
    }

    private long sellerOf(long auction) {
        return auctions.terms(auction)
                .orElseThrow(() -> RejectedException.notFound("auction"))
                .seller();
    }
}
