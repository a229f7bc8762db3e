package com.neighborbid.auction;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.TestDatabase;
import com.neighborbid.platform.TestReads;
import com.neighborbid.platform.TestStatements;
import com.neighborbid.platform.Time;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Auctions in a real database, at a clock that stands still, with a bicycle to sell. */
final class AuctionFixture implements AutoCloseable {
    static final long NOW = 1_790_000_000_000L;
    static final long MINUTE = 60_000;

    final TestDatabase database = new TestDatabase(Auction.class);
    final List<Long> announced = new ArrayList<>();
    long now = NOW;

    final Time time = new Time() {
        @Override
        public long now() {
            return now;
        }
    };

    /** A call of {@link Auctions} in a transaction of its own. */
    <T> T auctions(Function<Auctions, T> call) {
        return database.inTransaction(entities -> call.apply(auctions(entities)));
    }

    Auctions auctions(EntityManager entities) {
        Auctions auctions = new Auctions();
        auctions.entities = entities;
        auctions.reads = TestReads.in(entities);
        auctions.statements = TestStatements.in(entities);
        auctions.time = time;
        auctions.created = new Announcements();
        return auctions;
    }

    void watchlist(Consumer<Watchlist> call) {
        database.inTransaction(entities -> {
            Watchlist watchlist = new Watchlist();
            watchlist.entities = entities;
            watchlist.time = time;
            call.accept(watchlist);
            return null;
        });
    }

    /** A member as the lists see it; its registration is not this component's. */
    void member(long id, String displayName) {
        execute("INSERT INTO member (id, email, email_key, password_hash, display_name, locale, created_at) VALUES ("
                + id + ", '', '" + id + "', '', '" + displayName + "', 'ko', 0)");
    }

    /** Takes all lots and members away. */
    void empty() {
        database.inTransaction(entities -> {
            // The archive refuses to be emptied, and hangs on the lots.
            entities.createNativeQuery("SET LOCAL session_replication_role = replica")
                    .executeUpdate();
            return entities.createNativeQuery(
                            "TRUNCATE auction, auction_text, auction_search, photo, watch, outbox, inbox, member CASCADE")
                    .executeUpdate();
        });
    }

    /** A step of what lists follow, in a transaction of its own. */
    boolean lists(Predicate<ListRows> step) {
        return database.inTransaction(entities -> {
            ListRows rows = new ListRows();
            rows.entities = entities;
            return step.test(rows);
        });
    }

    long count(String sql) {
        return database.inTransaction(
                entities -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }

    void execute(String sql) {
        database.inTransaction(entities -> entities.createNativeQuery(sql).executeUpdate());
    }

    long offer(OfferAuction offer) {
        return auctions(auctions -> auctions.offer(offer));
    }

    static OfferAuction bicycle() {
        return bicycle(1, NOW, NOW + 10 * MINUTE);
    }

    static OfferAuction bicycle(long seller, long opensAt, long endsAt) {
        return offer(seller, "Bicycle", "Hardly ridden", "bicycles", 10_000, opensAt, endsAt, null);
    }

    static OfferAuction offer(
            long seller,
            String title,
            String description,
            String category,
            long startPrice,
            long opensAt,
            long endsAt,
            @Nullable Place place) {
        return new OfferAuction(
                seller,
                title,
                description,
                category,
                "used",
                Currency.KRW,
                startPrice,
                null,
                IncrementTable.KRW,
                "KRW",
                opensAt,
                endsAt,
                60,
                3600,
                place,
                place == null ? null : 5.0,
                "At the station");
    }

    @Override
    public void close() {
        database.close();
    }

    private final class Announcements implements Event<AuctionCreated> {
        @Override
        public void fire(AuctionCreated event) {
            announced.add(event.id());
        }

        @Override
        public <U extends AuctionCreated> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends AuctionCreated> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<AuctionCreated> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends AuctionCreated> Event<U> select(Class<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends AuctionCreated> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
