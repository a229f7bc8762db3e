package com.neighborbid.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.MemberNotice;
import jakarta.mail.MessagingException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotificationsTest {
    private final NotificationFixture fixture = new NotificationFixture();
    private final Notifications notifications = fixture.notifications;
    private final long mina = fixture.member("en");
    private final long auction = fixture.auction("Bicycle");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void takesAMessageOnce() {
        fixture.take("m1", outbid(500));
        fixture.take("m1", outbid(500));

        assertEquals(1, notifications.unread(mina));
        assertEquals(1, fixture.mailsOrdered().size());
    }

    @Test
    void knowsTheLotsTitleAndCurrency() {
        NotificationView view =
                NotificationView.of(fixture.take("m1", new MemberNotice("WON", mina, auction, 7L, 500L, null)));

        assertEquals("Bicycle", view.title());
        assertEquals(500, view.amount());
        assertEquals("KRW", String.valueOf(view.currency()));
        assertEquals(Ids.text(7), view.order());
        assertEquals(Ids.text(auction), view.auction());
    }

    @Test
    void ordersNoMailOfAPayment() {
        fixture.take("m1", new MemberNotice("PAID", mina, auction, 7L, 500L, null));

        assertEquals(List.of(), fixture.mailsOrdered());
    }

    @Test
    void refusesAKindThatItDoesNotKnow() {
        assertThrows(
                IllegalArgumentException.class,
                () -> fixture.take("m1", new MemberNotice("PRAISED", mina, auction, null, null, null)));
        assertEquals(0, notifications.unread(mina));
    }

    @Test
    void listsTheNewestFirst() {
        Notification first = fixture.take("m1", outbid(500));
        Notification second = fixture.take("m2", outbid(600));

        assertEquals(
                List.of(second.id(), first.id()),
                notifications.newest(mina, Long.MAX_VALUE, 10).stream()
                        .map(Notification::id)
                        .toList());
        assertEquals(1, notifications.newest(mina, second.id(), 10).size());
    }

    @Test
    void readsSomeOrAll() {
        Notification first = fixture.take("m1", outbid(500));
        fixture.take("m2", outbid(600));
        fixture.take("m3", outbid(700));

        notifications.read(mina, List.of(first.id(), 12345L));
        assertEquals(2, notifications.unread(mina));
        notifications.read(mina, List.of());
        assertEquals(2, notifications.unread(mina));
        notifications.readAll(mina);
        assertEquals(0, notifications.unread(mina));
        assertTrue(notifications.newest(mina, Long.MAX_VALUE, 1).get(0).isRead());
    }

    @Test
    void leavesTheNotificationsOfOthersUnread() {
        long joon = fixture.member("ko");
        Notification joons = fixture.take("m1", new MemberNotice("OUTBID", joon, auction, null, 500L, null));

        notifications.read(mina, List.of(joons.id()));
        notifications.readAll(mina);

        assertEquals(1, notifications.unread(joon));
    }

    @Test
    void sendsAMailOnce() throws MessagingException {
        long id = fixture.take("m1", outbid(500)).id();

        fixture.mails.send(id);
        fixture.mails.send(id);

        assertEquals(1, fixture.sent.size());
        assertEquals(Ids.text(mina) + "@example.com", fixture.sent.get(0).to());
    }

    @Test
    void sendsTheSameMailAgainAfterAFailure() throws MessagingException {
        long id = fixture.take("m1", outbid(500)).id();
        fixture.broken = true;
        assertThrows(MessagingException.class, () -> fixture.mails.send(id));

        fixture.broken = false;
        fixture.mails.send(id);

        assertEquals(1, fixture.sent.size());
        assertEquals(Ids.text(id), fixture.sent.get(0).id());
    }

    @Test
    void writesInTheMembersLanguage() throws MessagingException {
        long joon = fixture.member("ko");

        fixture.mails.send(fixture.take("m1", outbid(15_000)).id());
        fixture.mails.send(fixture.take("m2", new MemberNotice("OUTBID", joon, auction, null, 15_000L, null))
                .id());

        assertEquals("You have been outbid: Bicycle", fixture.sent.get(0).subject());
        assertEquals("더 높은 입찰이 있습니다: Bicycle", fixture.sent.get(1).subject());
        assertTrue(fixture.sent.get(1).body().contains("₩15,000"));
        assertTrue(fixture.sent.get(1).body().contains("https://neighbours.example/auctions/" + Ids.text(auction)));
    }

    private MemberNotice outbid(long amount) {
        return new MemberNotice("OUTBID", mina, auction, null, amount, null);
    }
}
