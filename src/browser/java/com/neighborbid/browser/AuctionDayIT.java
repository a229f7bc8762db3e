package com.neighborbid.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.neighborbid.load.Answer;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import com.neighborbid.system.RunningHouse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A member's day at an auction, on a phone: from the registration to the lot that is won, against one other bidder. */
@ExtendWith(RunningHouse.class)
class AuctionDayIT {
    private static final String PASSWORD = "correct horse battery staple";
    private static final long START = 10_000;
    private static final Duration LIFE = Duration.ofSeconds(Integer.getInteger("nb.browser.seconds", 60));
    private static final double UNTIL_CLOSED_MS = LIFE.plusSeconds(20).toMillis();

    /** A socket is asked after four seconds without a word, and given up four later; then it takes a new one. */
    private static final double UNTIL_NOTICED_MS = 15_000;

    private Phone phone;
    private ContractClient seller;
    private ContractClient rival;

    @BeforeEach
    void arrive(URI house) {
        phone = Phone.start(house);
        ContractClient visitor = ContractClient.visiting(house);
        seller = join(visitor, "Seller");
        rival = join(visitor, "Rival");
        rival.topUp(100_000, "KRW");
    }

    @AfterEach
    void leave() {
        if (phone != null) {
            phone.screenshot("end");
            phone.close();
        }
    }

    @Test
    void memberBidsLosesTheLineAndWins() {
        Page page = phone.page();
        register(page);
        topUp(page);
        String title = "Bicycle " + UUID.randomUUID();
        String auction = seller.offer(new NewAuction(
                title, seller.anyCategory(), "KRW", START, 1_000, 0, System.currentTimeMillis() + LIFE.toMillis(), 0));
        rival.paddle(auction, 50_000);

        page.navigate("/");
        Locator card = page.locator("nb-auction-card a").filter(new Locator.FilterOptions().setHasText(title));
        assertThat(card).isVisible();
        phone.expectAccessible("list");
        phone.screenshotWide("list-wide");
        listKeepsUpWithoutAsking(page, title, auction);
        card.click();
        assertThat(page.locator("nb-room-page")
                        .getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName(title)))
                .isVisible();

        phone.screenshotWide("room-wide");
        page.locator("#limit").fill("50000");
        page.locator("nb-paddle form button.wide").click();
        watchTicks(page);
        nextBid(page).click();
        assertThat(page.locator("nb-placed .ticks.two").first()).isVisible();
        assertEquals(List.of("one", "two"), page.evaluate("() => window.ticksSeen"));
        assertThat(page.locator(".bid-bar")).hasClass(Pattern.compile("leading"));
        phone.expectAccessible("room");

        rivalBids(auction, 12_000);
        assertThat(page.locator(".bid-bar")).hasClass(Pattern.compile("outbid"));
        assertThat(page.locator("#say-urgently")).containsText("12,000");
        assertThat(page.locator(".site-header .badge")).hasText("1");
        assertEquals(List.of(), phone.asked("/api/notifications"), "the badge came by itself");
        phone.screenshot("outbid");
        nextBid(page).click();
        expectPrice(page, 13_000);

        phone.cutSockets();
        assertThat(page.locator(".room-status .banner")).isVisible();
        rivalBids(auction, 14_000);
        phone.screenshot("cut");
        phone.mendSockets();
        expectPrice(page, 14_000);
        assertThat(page.locator(".room-status .banner")).isHidden();
        assertThat(page.locator("nb-ladder .rung")).hasCount(5);
        nextBid(page).click();
        expectPrice(page, 15_000);

        assertThat(page.locator("nb-outcome .outcome.won"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(UNTIL_CLOSED_MS));
        phone.expectAccessible("won");
        assertThat(page.locator("nb-outcome a.button")).hasAttribute("href", Pattern.compile("/orders/.+"));
        assertEquals(List.of(), phone.errors());
    }

    @Test
    void whoWatchesMissesNothingWhenASocketFallsSilent() {
        Page page = phone.page();
        String auction = seller.offer(new NewAuction(
                "Lamp " + UUID.randomUUID(),
                seller.anyCategory(),
                "KRW",
                START,
                1_000,
                0,
                System.currentTimeMillis() + LIFE.toMillis(),
                0));
        rival.paddle(auction, 50_000);
        page.navigate("/auctions/" + auction);
        expectPrice(page, START);
        assertThat(page.locator(".room-status .banner")).isHidden();

        phone.silenceSockets();
        rivalBids(auction, 12_000);
        assertThat(page.locator(".board-price"))
                .hasAttribute(
                        "data-price",
                        "12000",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(UNTIL_NOTICED_MS));
        assertEquals(List.of(), phone.errors());
    }

    /** What a rival bids is on the list at once, and nobody asked for it. */
    private void listKeepsUpWithoutAsking(Page page, String title, String auction) {
        Locator card = page.locator("nb-auction-card").filter(new Locator.FilterOptions().setHasText(title));
        assertThat(card.locator(".card-foot")).containsText("No bids yet");
        int asked = phone.asked("/api/auctions").size();
        rivalBids(auction, START);
        assertThat(card.locator(".card-foot")).containsText("1 bid");
        assertThat(card.locator(".price")).containsText("10,000");
        assertEquals(asked, phone.asked("/api/auctions").size(), "the list asked for its prices");
    }

    private static void register(Page page) {
        page.navigate("/register");
        page.locator("#displayName").fill("Mina");
        page.locator("#email").fill("mina-" + UUID.randomUUID() + "@example.com");
        page.locator("#password").fill(PASSWORD);
        page.locator("form button.wide").click();
        page.waitForURL(Pattern.compile("/me$"));
    }

    private static void topUp(Page page) {
        page.navigate("/wallet?amount=50000");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Top up .*50,000")))
                .click();
        assertThat(page.locator(".balance").first()).containsText("50,000");
    }

    /** Notes, in order and once each, what ticks the page showed. */
    private static void watchTicks(Page page) {
        page.evaluate("() => { window.ticksSeen = [];"
                + " new MutationObserver(() => document.querySelectorAll('nb-placed .ticks').forEach((ticks) => {"
                + " const now = ticks.classList.contains('two') ? 'two' : 'one';"
                + " if (!window.ticksSeen.includes(now)) window.ticksSeen.push(now); }))"
                + ".observe(document.body, { subtree: true, childList: true, attributes: true }); }");
    }

    private static Locator nextBid(Page page) {
        return page.locator("nb-bid-bar .next-bid");
    }

    private void rivalBids(String auction, long amount) {
        Answer answer = rival.bid(auction, "r" + amount, amount);
        assertTrue(answer.status() == 200, answer::toString);
    }

    private static void expectPrice(Page page, long price) {
        assertThat(page.locator(".board-price")).hasAttribute("data-price", Long.toString(price));
    }

    private static ContractClient join(ContractClient visitor, String displayName) {
        String email = displayName + "-" + UUID.randomUUID() + "@example.com";
        visitor.register(email, PASSWORD, displayName);
        return visitor.login(email, PASSWORD);
    }
}
