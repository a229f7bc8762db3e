package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.auction.IncrementTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Whatever neighbours do, in whatever order: the function library decides as the contract says. */
class DecisionPropertyTest {
    private static final long HIGHEST = (1L << 53) - 1;
    private static final int SPAN_MILLIS = 120_000;

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void decidesAsTheReferenceDoes(
            @ForAll("setups") AuctionSetup setup, @ForAll("evenings") List<RandomCommand> evening) {
        RandomAuction auction = new RandomAuction(setup);
        auction.takeAll(paddlesFirst(evening));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void comesBackFromItsEventsInAnyOrder(
            @ForAll("setups") AuctionSetup setup,
            @ForAll("eveningsWithoutReturns") List<RandomCommand> evening,
            @ForAll Random random) {
        RandomAuction auction = new RandomAuction(setup);
        auction.takeAll(paddlesFirst(evening));
        List<String> events = auction.redis.events();
        List<String> acknowledged = new ArrayList<>(events);
        Collections.shuffle(acknowledged, random);
        acknowledged.addAll(events.subList(0, events.size() / 2));
        List<DecidingAuction.View> lost =
                RandomAuction.MEMBERS.stream().map(auction.redis::view).toList();
        long now = Long.parseLong(auction.redis.state("clock"));

        RedisAuction.CLIENT.del(auction.redis.keys.keys().toArray(new String[0]));
        auction.redis.install(2, rebuilt(setup, lost));
        auction.redis.clock(now);
        acknowledged.forEach(auction.redis::reinstate);

        assertEquals(
                lost, RandomAuction.MEMBERS.stream().map(auction.redis::view).toList());
        assertEquals(auction.reference.log(), auction.redis.log());
        assertEquals(events.stream().map(DecisionPropertyTest::ofEpochTwo).toList(), auction.redis.events());
        for (String text : events) {
            if (AuctionEvent.parse(text) instanceof AuctionEvent.BidDecided first) {
                DecidingAuction.Answer again =
                        auction.redis.bid(first.member(), first.maximum(), first.value(), first.ref());
                assertTrue(again.replayed());
                assertEquals(first.seq(), again.seq());
                assertEquals(first.leading(), again.leading());
            }
        }
    }

    private static List<String> rebuilt(AuctionSetup setup, List<DecidingAuction.View> members) {
        List<String> arguments = RedisAuction.fields(setup);
        arguments.addAll(List.of("recoverUntil", Long.toString(setup.endsAt() * 2), "--"));
        for (int i = 0; i < members.size(); i++) {
            DecidingAuction.Own own = members.get(i).own();
            if (own != null) {
                arguments.addAll(List.of(
                        RandomAuction.MEMBERS.get(i),
                        Integer.toString(own.paddle()),
                        Long.toString(own.limit()),
                        "-",
                        "1"));
            }
        }
        return arguments;
    }

    private static String ofEpochTwo(String event) {
        return event.replaceFirst("\\|1\\|", "|2|");
    }

    private static List<RandomCommand> paddlesFirst(List<RandomCommand> evening) {
        List<RandomCommand> commands = new ArrayList<>();
        commands.add(new RandomCommand.Limit(0, RandomCommand.Near.ANYTHING, 50_000));
        commands.add(new RandomCommand.Limit(1, RandomCommand.Near.HIGHEST_INTEGER, 0));
        commands.add(new RandomCommand.Limit(2, RandomCommand.Near.HIGHEST_INTEGER, -1));
        commands.addAll(evening);
        return commands;
    }

    @Provide
    Arbitrary<AuctionSetup> setups() {
        Arbitrary<Long> starts = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.longs().between(1, 20_000)),
                Tuple.of(1, Arbitraries.longs().between(1, 1_000_000_000_000L)),
                Tuple.of(1, Arbitraries.longs().between(HIGHEST - 5000, HIGHEST)));
        Arbitrary<@Nullable Long> reserves =
                Arbitraries.longs().between(0, 30_000).injectNull(0.4);
        Arbitrary<IncrementTable> increments = Arbitraries.oneOf(
                Arbitraries.of(IncrementTable.KRW, IncrementTable.USD),
                Arbitraries.longs().between(1, 3000).map(IncrementTable::fixed),
                Arbitraries.just(IncrementTable.parse("0:7,1000:1,5000:900,5001:3")));
        Arbitrary<Long> opens = Arbitraries.of(0L, 0L, 0L, 5000L);
        Arbitrary<Integer> softCloses = Arbitraries.of(0, 1, 30, 3600);
        Arbitrary<@Nullable Integer> caps = Arbitraries.of(0, 10, 60).injectNull(0.3);
        return Combinators.combine(starts, reserves, increments, opens, softCloses, caps)
                .as((start, reserve, table, open, softClose, cap) -> new AuctionSetup(
                        start,
                        reserve == null ? null : (Long) (start + reserve),
                        table,
                        AuctionSetup.START_OF_TEST + open,
                        AuctionSetup.START_OF_TEST + open + SPAN_MILLIS,
                        softClose,
                        cap));
    }

    @Provide
    Arbitrary<List<RandomCommand>> evenings() {
        return Arbitraries.frequencyOf(
                        Tuple.of(40, bids()),
                        Tuple.of(6, repeats()),
                        Tuple.of(6, limits()),
                        Tuple.of(3, members().map(RandomCommand.Return::new)),
                        Tuple.of(6, waits()),
                        Tuple.of(2, Arbitraries.just(new RandomCommand.Advance())),
                        Tuple.of(1, Arbitraries.of(true, true, false).map(RandomCommand.Withdraw::new)))
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<RandomCommand>> eveningsWithoutReturns() {
        return evenings()
                .map(evening -> evening.stream()
                        .filter(command -> !(command instanceof RandomCommand.Return))
                        .toList());
    }

    private static Arbitrary<Integer> members() {
        return Arbitraries.integers().between(0, RandomAuction.MEMBERS.size() - 1);
    }

    private static Arbitrary<Long> offsets() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.of(0L)),
                Tuple.of(3, Arbitraries.of(-1L, 1L)),
                Tuple.of(4, Arbitraries.longs().between(0, 5000)));
    }

    private static Arbitrary<RandomCommand> bids() {
        Arbitrary<RandomCommand.Near> near = Arbitraries.frequency(
                Tuple.of(2, RandomCommand.Near.ZERO),
                Tuple.of(2, RandomCommand.Near.START),
                Tuple.of(3, RandomCommand.Near.PRICE),
                Tuple.of(10, RandomCommand.Near.NEXT),
                Tuple.of(6, RandomCommand.Near.STANDING_MAXIMUM),
                Tuple.of(6, RandomCommand.Near.ABOVE_STANDING_MAXIMUM),
                Tuple.of(4, RandomCommand.Near.RESERVE),
                Tuple.of(2, RandomCommand.Near.OWN_LIMIT),
                Tuple.of(1, RandomCommand.Near.HIGHEST_INTEGER),
                Tuple.of(4, RandomCommand.Near.ANYTHING));
        return Combinators.combine(members(), Arbitraries.of(true, false), near, offsets())
                .as(RandomCommand.Bid::new);
    }

    private static Arbitrary<RandomCommand> repeats() {
        return Combinators.combine(
                        members(),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(0, 0, 0, 1))
                .as(RandomCommand.Repeat::new);
    }

    private static Arbitrary<RandomCommand> limits() {
        return Combinators.combine(members(), Arbitraries.of(RandomCommand.Near.values()), offsets())
                .as(RandomCommand.Limit::new);
    }

    private static Arbitrary<RandomCommand> waits() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(0, 5000).map(millis -> new RandomCommand.Wait(millis, false))),
                Tuple.of(
                        1,
                        Arbitraries.of(31_000L, 30_000L, 29_000L, 10_000L, 1L, 0L, -1L)
                                .map(millis -> new RandomCommand.Wait(millis, true))));
    }
}
