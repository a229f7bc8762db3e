package com.neighborbid.faults;

import com.neighborbid.faults.Instance.Backend;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Links that are cut, silent one way or both, slow, or half open. */
final class LinkFaults {
    private static final long SLOW_MILLIS = 150;
    private static final int COMMITS = 4;
    private static final String UNKNOWN = "what was under way is unknown to who asked, and nothing else";

    private LinkFaults() {}

    static List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        on(
                "a live's links to redis",
                (e, which) -> ProcessFaults.pick(e.live(), which).redisLinks(),
                all);
        on(
                "a worker's links to redis",
                (e, which) -> ProcessFaults.pick(e.web(), which).redisLinks(),
                all);
        on("all links to postgres", (e, which) -> backend(e, Backend.POSTGRES), all);
        on("all links to the broker", (e, which) -> backend(e, Backend.BROKER), all);
        on(
                "nginx's link to a live",
                (e, w) -> Stream.of(ProcessFaults.pick(e.live(), w).door()),
                all);
        on(
                "nginx's link to a web",
                (e, w) -> Stream.of(ProcessFaults.pick(e.web(), w).door()),
                all);
        on("the clients' link to nginx", (e, which) -> Stream.of(e.front()), all);
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

    private static Stream<Link> backend(Estate estate, Backend backend) {
        return estate.instances().stream().map(instance -> instance.link(backend));
    }

    private static void on(String name, BiFunction<Estate, Integer, Stream<Link>> links, List<Fault> all) {
        all.add(lasting("cut: " + name, links, Link::cut));
        all.add(lasting("silent: " + name, links, hold(EnumSet.allOf(Way.class))));
        all.add(lasting("silent to the server: " + name, links, hold(EnumSet.of(Way.TO_SERVER))));
        all.add(lasting("silent to the client: " + name, links, hold(EnumSet.of(Way.TO_CLIENT))));
        all.add(lasting("slow: " + name, links, link -> link.slow(SLOW_MILLIS)));
        all.add(Fault.passing(
                "half open: " + name,
                UNKNOWN,
                (e, which) -> links.apply(e, which).forEach(Link::halfOpen),
                Fault.Act.NOTHING));
    }

    private static Consumer<Link> hold(Set<Way> ways) {
        return link -> link.hold(ways);
    }

    private static Fault lasting(String name, BiFunction<Estate, Integer, Stream<Link>> links, Consumer<Link> harm) {
        return Fault.lasting(
                name,
                UNKNOWN,
                (e, which) -> links.apply(e, which).forEach(harm),
                (e, which) -> links.apply(e, which).forEach(Link::heal));
    }
}
