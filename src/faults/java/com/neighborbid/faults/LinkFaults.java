package com.neighborbid.faults;

import com.neighborbid.faults.Instance.Backend;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All that can be wrong with a link, of every link that there is. */
final class LinkFaults {
    private static final long SLOW_MILLIS = 150;
    private static final int COMMITS = 4;
    private static final String UNKNOWN = "what was under way is unknown to who asked, and nothing else";

    private static final List<Kind> KINDS = List.of(
            Kind.lasting("cut", Link::cut),
            Kind.lasting("silent", hold(EnumSet.allOf(Way.class))),
            Kind.lasting("silent to the server", hold(EnumSet.of(Way.TO_SERVER))),
            Kind.lasting("silent to the client", hold(EnumSet.of(Way.TO_CLIENT))),
            Kind.lasting("slow", link -> link.slow(SLOW_MILLIS)),
            Kind.atOnce("half open", Link::halfOpen));

    /** Its server gives up what it keeps for a client that is gone after a while only. */
    private static final Kind LOST = Kind.atOnce("clients lost", Link::loseClients);

    private static final List<Route> ROUTES = List.of(
            new Route("the clients' link to nginx", (e, which) -> Stream.of(e.front())),
            new Route(
                    "nginx's link to a live",
                    (e, which) -> Stream.of(live(e, which).door())),
            new Route(
                    "nginx's link to a web",
                    (e, which) -> Stream.of(web(e, which).door())),
            new Route("a live's links to redis", (e, which) -> live(e, which).redisLinks()),
            new Route("a worker's links to redis", (e, which) -> web(e, which).redisLinks()),
            Route.ofALive("a live's link to postgres", Backend.POSTGRES),
            Route.ofAWorker("a worker's link to postgres", Backend.POSTGRES),
            Route.all("all links to postgres", Backend.POSTGRES),
            Route.ofAWorker("a worker's link to the broker", Backend.BROKER),
            Route.all("all links to the broker", Backend.BROKER));

    /**
     * What is wrong.
     *
     * @param lasts whether somebody mends it; otherwise it is over as soon as it has struck
     */
    private record Kind(String name, boolean lasts, Consumer<Link> harm) {
        static Kind lasting(String name, Consumer<Link> harm) {
            return new Kind(name, true, harm);
        }

        static Kind atOnce(String name, Consumer<Link> harm) {
            return new Kind(name, false, harm);
        }

        Fault on(Route route) {
            Fault.Act strike = (e, which) -> route.links().apply(e, which).forEach(harm);
            String whole = name + ": " + route.name();
            return lasts
                    ? Fault.lasting(
                            whole,
                            UNKNOWN,
                            strike,
                            (e, which) -> route.links().apply(e, which).forEach(Link::heal))
                    : Fault.passing(whole, UNKNOWN, strike, Fault.Act.NOTHING);
        }
    }

    /**
     * From where to where; of several alike a plan's number picks one.
     *
     * @param keptMillis how long the house may take when the server keeps what its clients left behind: locks, messages
     */
    private record Route(String name, long keptMillis, BiFunction<Estate, Integer, Stream<Link>> links) {
        Route(String name, BiFunction<Estate, Integer, Stream<Link>> links) {
            this(name, Fault.BOUND_MILLIS, links);
        }

        /** Of every instance. */
        static Route all(String name, Backend backend) {
            return new Route(
                    name,
                    MachineFaults.GONE_MILLIS,
                    (e, which) -> e.instances().stream().map(instance -> instance.link(backend)));
        }

        static Route ofALive(String name, Backend backend) {
            return new Route(
                    name,
                    MachineFaults.GONE_MILLIS,
                    (e, which) -> Stream.of(live(e, which).link(backend)));
        }

        static Route ofAWorker(String name, Backend backend) {
            return new Route(
                    name,
                    MachineFaults.GONE_MILLIS,
                    (e, which) -> Stream.of(web(e, which).link(backend)));
        }
    }

    private LinkFaults() {}

    /** Every kind on every route. */
    static List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        for (Route route : ROUTES) {
            KINDS.forEach(kind -> all.add(kind.on(route)));
            all.add(LOST.on(route).within(route.keptMillis()));
        }
        all.add(lostCommits());
        return all;
    }

    /** Some transactions are done, and whoever asked for them sees the connection break. */
    static Fault lostCommits() {
        return Fault.passing(
                "postgres's answers to commits are lost",
                "nothing is done twice",
                (e, which) -> e.engines().loseCommits(COMMITS),
                (e, which) -> e.engines().loseCommits(0));
    }

    private static Instance live(Estate estate, int which) {
        return ProcessFaults.pick(estate.live(), which);
    }

    private static Instance web(Estate estate, int which) {
        return ProcessFaults.pick(estate.web(), which);
    }

    private static Consumer<Link> hold(Set<Way> ways) {
        return link -> link.hold(ways);
    }
}
