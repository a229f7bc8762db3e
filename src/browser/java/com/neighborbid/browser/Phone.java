package com.neighborbid.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.Cookie;
import com.neighborbid.Prerequisite;
import com.neighborbid.load.ContractClient;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A phone of 390 by 844 with Chromium, whose sockets can be cut. It notes every error of a page's script and every
 * breach of the pages' content policy.
 */
final class Phone implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final double PATIENCE_MS = 20_000;
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;

    private final Playwright playwright;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final List<WebSocketRoute> sockets = new ArrayList<>();
    private final List<WebSocketRoute> servers = new ArrayList<>();
    private boolean cut;

    private Phone(Playwright playwright, Browser browser, URI house) {
        this.playwright = playwright;
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(house.toString())
                .setViewportSize(WIDTH, HEIGHT)
                .setHasTouch(true)
                .setLocale("en-US"));
        context.setDefaultTimeout(PATIENCE_MS);
        page = context.newPage();
        page.onPageError(errors::add);
        page.onRequest(request -> requests.add(URI.create(request.url()).getPath()));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                errors.add(message.text());
            }
        });
        page.routeWebSocket(Pattern.compile("/ws/"), this::connect);
    }

    static Phone start(URI house) {
        Optional<Path> executable = browser();
        Prerequisite.require(executable.isPresent(), "no browser on the PATH: install one of " + BROWSERS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking")));
        return new Phone(playwright, browser, house);
    }

    private static Optional<Path> browser() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Page page() {
        return page;
    }

    /** Goes on as this member: its session's cookie in place of the one before. */
    void signIn(ContractClient member) {
        BrowserContext context = page.context();
        String house = URI.create(page.url()).resolve("/").toString();
        context.addCookies(List.of(new Cookie("nb_session", String.valueOf(member.token())).setUrl(house)));
    }

    private void connect(WebSocketRoute socket) {
        if (cut) {
            socket.close();
        } else {
            servers.add(socket.connectToServer());
            sockets.add(socket);
        }
    }

    /** Closes every socket, and every new one at once. */
    void cutSockets() {
        cut = true;
        sockets.forEach(WebSocketRoute::close);
        sockets.clear();
        servers.clear();
    }

    /** Whatever the sockets of this moment are sent from now on is lost, and they are not told; new ones are well. */
    void silenceSockets() {
        servers.forEach(server -> server.onMessage(lost -> {}));
    }

    /** Lets sockets through again. */
    void mendSockets() {
        cut = false;
    }

    /** Fails on any breach of WCAG 2.2 AA or of a best practice that a program can see. */
    void expectAccessible(String name) {
        screenshot(name);
        List<String> violations = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes())
                        .toList();
        assertEquals(List.of(), violations, name);
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** The same page on a wide screen, for a moment. */
    void screenshotWide(String name) {
        page.setViewportSize(1280, 800);
        screenshot(name);
        page.setViewportSize(WIDTH, HEIGHT);
    }

    /** The requests so far for exactly this path. */
    List<String> asked(String path) {
        return requests.stream().filter(path::equals).toList();
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
