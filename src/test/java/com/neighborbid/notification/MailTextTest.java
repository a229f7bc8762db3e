package com.neighborbid.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.auction.AuctionState;
import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.member.Language;
import com.neighborbid.member.Profile;
import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.MemberNotice;
import com.neighborbid.platform.Money;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTextTest {
    private static final URI HOUSE = URI.create("https://neighbours.example/");

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryKindThatIsMailed(Language language) {
        List<MemberNotice> notices = new ArrayList<>(Stream.of("OUTBID", "WON", "SOLD")
                .map(kind -> notice(kind, null))
                .toList());
        for (AuctionOutcome outcome : AuctionOutcome.values()) {
            if (outcome != AuctionOutcome.SOLD) {
                notices.add(notice("UNSOLD", outcome.name()));
            }
        }
        notices.add(notice("REFUNDED", null));
        notices.add(notice("DISPUTED", null));
        for (String outcome : List.of("SELLER", "BUYER", "SPLIT")) {
            notices.add(notice("DECIDED", outcome));
        }
        for (MemberNotice notice : notices) {
            Mail mail = mail(language, notice, "The neighbour's {0} bicycle", "Mina");

            assertTrue(mail.subject().contains("The neighbour's {0} bicycle"), mail.subject());
            assertTrue(mail.body().contains("The neighbour's {0} bicycle"), mail.body());
            assertTrue(mail.body().contains("Mina"), mail.body());
            assertFalse(mail.body().contains("{1}"), mail.body());
        }
    }

    @Test
    void leadsToTheOrderWhereThereIsOne() {
        assertTrue(mail(Language.EN, notice("OUTBID", null), "Bicycle", "Mina")
                .body()
                .contains("\nhttps://neighbours.example/auctions/" + Ids.text(2) + "\n"));
        assertTrue(mail(Language.EN, new MemberNotice("WON", 1, 2, 3L, 500L, null), "Bicycle", "Mina")
                .body()
                .contains("\nhttps://neighbours.example/orders/" + Ids.text(3) + "\n"));
    }

    @Test
    void bendsWhatMembersWroteToOneLine() {
        Mail mail =
                mail(Language.EN, notice("SOLD", null), "Bicycle\r\nBcc: all@example.com\u2028x\u0000", "Mina\nJoon");

        assertEquals("Sold: Bicycle Bcc: all@example.com x", mail.subject());
        assertTrue(mail.body().startsWith("Hello Mina Joon,\n\n"));
    }

    @ParameterizedTest
    @EnumSource
    void writesAmountsWithTheirSign(Language language) {
        MailText text = new MailText(language, HOUSE);

        assertEquals("₩15,000", text.amount(new Money(15_000, Currency.KRW)));
        assertTrue(text.amount(new Money(123_456, Currency.USD)).endsWith("$1,234.56"));
        assertTrue(text.amount(new Money(5, Currency.USD)).endsWith("$0.05"));
    }

    private static MemberNotice notice(String kind, @Nullable String reason) {
        return new MemberNotice(kind, 1, 2, null, 500L, reason);
    }

    private static Mail mail(Language language, MemberNotice notice, String title, String name) {
        AuctionTerms auction = new AuctionTerms(
                2,
                9,
                title,
                Currency.KRW,
                1,
                null,
                "0:1",
                0,
                1,
                1,
                0,
                0,
                AuctionState.OPEN,
                null,
                1,
                1,
                0,
                null,
                false,
                null,
                null);
        return new MailText(language, HOUSE)
                .mail(
                        new Notification(4, notice, auction, 5),
                        new Profile(1, name, "mina@example.com", language, null, null));
    }
}
