package com.neighborbid.notification;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.MemberNotice;
import com.neighborbid.platform.TestHouse;
import com.neighborbid.platform.Time;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Members, a lot, and a route that keeps the mails or breaks down, on a real database. */
final class NotificationFixture implements AutoCloseable {
    final List<Mail> sent = new ArrayList<>();
    boolean broken;
    final TestHouse house = new TestHouse()
            .with(new NotificationConfig(
                    URI.create("https://neighbours.example/"), from(), null, 3, Duration.ofDays(30)))
            .with((MailRoute) mail -> {
                if (broken) {
                    throw new MessagingException("The server is away");
                }
                sent.add(mail);
            });
    final Notifications notifications = house.get(Notifications.class);
    final Mails mails = house.get(Mails.class);

    static InternetAddress from() {
        try {
            return new InternetAddress("NeighborBid <no-reply@neighbours.example>", true);
        } catch (AddressException e) {
            throw new IllegalStateException(e);
        }
    }

    long member(String locale) {
        long member = Ids.next(new Time());
        execute(
                "INSERT INTO member (id, email, email_key, password_hash, display_name, locale, created_at)"
                        + " VALUES (?1, ?2, ?2, 'x', 'Mina', ?3, 0)",
                member,
                Ids.text(member) + "@example.com",
                locale);
        return member;
    }

    long auction(String title) {
        long auction = Ids.next(new Time());
        execute(
                "INSERT INTO auction (id, seller_id, title, description, category_id, currency, start_price, increments,"
                        + " opens_at, first_ends_at, soft_close_seconds, soft_close_cap_seconds, created_at, state, price,"
                        + " ends_at) VALUES (?1, 1, ?2, '', 'bicycles', 'KRW', 1, '0:1', 0, 1, 0, 0, 0, 'OPEN', 1, 1)",
                auction,
                title);
        return auction;
    }

    /** Takes a notice under a message id and answers the notification that it made. */
    Notification take(String messageId, MemberNotice notice) {
        notifications.take(messageId, notice);
        return notifications.newest(notice.member(), Long.MAX_VALUE, 1).get(0);
    }

    /** The notifications whose mails are ordered. */
    List<String> mailsOrdered() {
        List<?> bodies = house.together(
                entities -> entities.createNativeQuery("SELECT body FROM outbox WHERE queue = 'nb.mail' ORDER BY id")
                        .getResultList());
        return bodies.stream().map(Object::toString).toList();
    }

    private void execute(String sql, Object... values) {
        house.together(entities -> {
            var query = entities.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.executeUpdate();
        });
    }

    @Override
    public void close() {
        house.close();
    }
}
