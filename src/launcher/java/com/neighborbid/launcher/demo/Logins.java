package com.neighborbid.launcher.demo;

import java.net.URI;
import java.util.function.Consumer;

/** Tells whoever started the house whom it may be. */
final class Logins {
    private Logins() {}

    static void say(Consumer<String> say, URI url) {
        say.accept("demo: log in at " + url + " as any of");
        Neighbour.all().stream()
                .filter(who -> !who.bot())
                .forEach(who -> say.accept("demo:   %-30s password %s".formatted(who.email(), Neighbour.PASSWORD)));
        say.accept("demo:   an admin: set NB_ADMIN_EMAIL and NB_ADMIN_PASSWORD;   without demo: NB_DEMO=false");
    }
}
