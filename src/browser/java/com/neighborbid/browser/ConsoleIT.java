package com.neighborbid.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import com.neighborbid.system.RunningHouse;
import com.neighborbid.system.Sale;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An admin's look into the console, on a phone and on a wide screen: figures that move, and an auction that is paused. */
@ExtendWith(RunningHouse.class)
class ConsoleIT {
    private static final String PASSWORD = "correct horse battery staple";
    private static final long HOUR_MS = 3_600_000;

    private Phone phone;
    private ContractClient seller;

    @BeforeEach
    void arrive(URI house) {
        phone = Phone.start(house);
        ContractClient visitor = ContractClient.visiting(house);
        String email = "seller-" + UUID.randomUUID() + "@example.com";
        visitor.register(email, PASSWORD, "Seller");
        seller = visitor.login(email, PASSWORD);
    }

    @AfterEach
    void leave() {
        if (phone != null) {
            phone.screenshot("console-end");
            phone.close();
        }
    }

    @Test
    void adminSeesTheHouseAndPausesAnAuction() {
        Page page = phone.page();
        String title = "Console lamp " + UUID.randomUUID();
        String auction = seller.offer(new NewAuction(
                title, seller.anyCategory(), "KRW", 1000, 100, 0, System.currentTimeMillis() + HOUR_MS, 0));
        page.navigate("/login?then=/admin");
        page.locator("#email").fill(RunningHouse.ADMIN_EMAIL);
        page.locator("#password").fill(RunningHouse.ADMIN_PASSWORD);
        page.locator("form button.wide").click();
        page.waitForURL(Pattern.compile("/admin$"));

        assertThat(page.locator("nb-chart canvas").first()).isVisible();
        Locator clock = page.locator("nb-figures-panel > p").first();
        String then = clock.textContent();
        assertThat(clock).not().hasText(then);
        phone.expectAccessible("console-figures");
        page.setViewportSize(1280, 900);
        phone.expectAccessible("console-figures-wide");

        tab(page, "Auctions");
        page.locator("#admin-q").fill(auction);
        page.locator(".admin-search button").click();
        assertThat(page.locator(".record")).hasCount(1);
        phone.expectAccessible("console-auctions-wide");
        page.setViewportSize(390, 844);
        phone.expectAccessible("console-auctions");
        page.locator(".record .buttons button").first().click();
        page.locator("#act-reason").fill("The street has no power");
        phone.expectAccessible("console-act");
        page.locator("dialog button.button").last().click();
        assertThat(page.locator("dialog")).hasCount(0);
        assertEquals("PAUSED", seller.auction(auction).getString("state"));

        tab(page, "Audit");
        assertThat(page.locator(".record").first()).containsText("The street has no power");
        tab(page, "House");
        assertThat(page.locator("nb-house-panel .settings")).containsText("nb.bid.batch");
        phone.expectAccessible("console-house");
        assertEquals(List.of(), phone.errors());
    }

    @Test
    void memberDisputesAndAdminDecides(URI house) {
        Page page = phone.page();
        Sale sale = Sale.made(house);
        page.navigate("/");
        phone.signIn(sale.buyer());
        page.navigate("/orders/" + sale.order());
        page.locator("nb-dispute summary").click();
        page.locator("#dispute-text").fill("The shade is broken");
        phone.expectAccessible("dispute-form");
        page.locator("nb-dispute form button").click();
        page.locator("dialog button[value=yes]").click();
        assertThat(page.locator("nb-dispute .statements")).containsText("The shade is broken");
        page.locator("#dispute-text").fill("And a foot is missing");
        page.locator("nb-dispute form button").click();
        assertThat(page.locator("nb-dispute .statements li")).hasCount(2);
        phone.expectAccessible("dispute");

        phone.signIn(ContractClient.visiting(house).login(RunningHouse.ADMIN_EMAIL, RunningHouse.ADMIN_PASSWORD));
        page.navigate("/admin?tab=disputes&q=" + sale.order());
        assertThat(page.locator(".record")).containsText("The shade is broken");
        phone.expectAccessible("console-disputes");
        page.setViewportSize(1280, 900);
        phone.expectAccessible("console-disputes-wide");
        page.locator(".record .buttons button").nth(2).click();
        page.locator("#act-to-buyer").fill("4,000");
        page.locator("#act-reason").fill("Both are right");
        phone.expectAccessible("console-split");
        page.locator("dialog button.button").last().click();
        assertThat(page.locator(".record")).containsText("Both are right");
        page.setViewportSize(390, 844);

        phone.signIn(sale.seller());
        page.navigate("/orders/" + sale.order());
        assertThat(page.locator("nb-dispute .notice")).containsText("Both are right");
        phone.expectAccessible("dispute-decided");
        assertEquals(List.of(), phone.errors());
    }

    @Test
    void memberReportsALineAndAdminRemovesIt(URI house) {
        Page page = phone.page();
        String auction = seller.offer(new NewAuction(
                "Rude lamp", seller.anyCategory(), "KRW", 1000, 100, 0, System.currentTimeMillis() + HOUR_MS, 0));
        page.navigate("/");
        phone.signIn(seller);
        page.navigate("/auctions/" + auction);
        page.locator("#chat-text").fill("Buy it or be silent");
        page.locator("nb-chat form button").click();
        assertThat(page.locator("nb-chat .chat-log")).containsText("Buy it or be silent");

        ContractClient visitor = ContractClient.visiting(house);
        String email = "rita-" + UUID.randomUUID() + "@example.com";
        visitor.register(email, PASSWORD, "Rita");
        phone.signIn(visitor.login(email, PASSWORD));
        page.reload();
        assertThat(page.locator("nb-chat .chat-log")).containsText("Buy it or be silent");
        assertThat(page.locator("nb-facts .reports button")).hasCount(2);
        phone.expectAccessible("room-report");
        page.locator("nb-chat .chat-log button").click();
        page.locator("#report-reason").fill("That is no way to talk");
        phone.expectAccessible("report-form");
        page.locator("dialog .button:not(.quiet)").click();
        page.locator("dialog button[autofocus]").click();
        assertThat(page.locator("dialog")).hasCount(0);

        ContractClient admin = visitor.login(RunningHouse.ADMIN_EMAIL, RunningHouse.ADMIN_PASSWORD);
        phone.signIn(admin);
        page.navigate("/admin?tab=reports&q=" + auction);
        assertThat(page.locator(".record")).containsText("That is no way to talk");
        phone.expectAccessible("console-reports");
        page.setViewportSize(1280, 900);
        phone.expectAccessible("console-reports-wide");
        page.setViewportSize(390, 844);
        page.locator(".record .buttons button").nth(1).click();
        page.locator("#act-reason").fill("Against the house rules");
        page.locator("dialog button.button").last().click();
        assertThat(page.locator(".record")).containsText("Removed");
        page.navigate("/auctions/" + auction);
        assertThat(page.locator("nb-chat")).not().containsText("Buy it or be silent");
        assertEquals(List.of(), phone.errors());
    }

    @Test
    void memberLeavesForGood() {
        Page page = phone.page();
        page.navigate("/");
        phone.signIn(seller);
        page.navigate("/me");
        page.locator("nb-own-data summary").click();
        page.locator("#leave-password").fill(PASSWORD);
        phone.expectAccessible("me-leave");
        phone.screenshotWide("me-leave-wide");
        page.locator("nb-own-data form button").click();
        phone.expectAccessible("me-leave-sure");
        page.locator("dialog button[value=yes]").click();
        page.waitForURL(Pattern.compile("/$"));
        assertEquals(401, seller.call("GET", "/api/members/me", null).status());
        assertEquals(List.of(), phone.errors());
    }

    private static void tab(Page page, String name) {
        page.locator(".admin > .chips button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + name + "$")))
                .click();
    }
}
