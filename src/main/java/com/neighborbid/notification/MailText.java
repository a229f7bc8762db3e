package com.neighborbid.notification;

import com.neighborbid.member.Language;
import com.neighborbid.member.Profile;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The words of mails in one language. What members wrote, titles and names, stands in them on one line and without
 * control characters.
 */
final class MailText {
    private final Locale locale;
    private final ResourceBundle texts;
    private final URI publicUrl;

    MailText(Language language, URI publicUrl) {
        this.locale = Locale.forLanguageTag(language.code());
        this.texts = ResourceBundle.getBundle("com.neighborbid.notification.mail", locale);
        this.publicUrl = publicUrl;
    }

    /** The mail that tells a member what the notification does. */
    Mail mail(Notification notification, Profile member) {
        String key = key(notification);
        String title = line(notification.title());
        Money money = notification.money();
        Object[] words = {
            title, money == null ? "" : amount(money), link(notification), line(member.displayName()),
        };
        return mail(Ids.text(notification.id()), notification.at(), key, member, words);
    }

    /**
     * A mail about the member's account.
     *
     * @param id its own
     * @param path where its link leads, below the house's address
     */
    Mail account(String id, long at, String key, Profile member, String path) {
        Object[] words = {"", "", publicUrl.resolve(path).toString(), line(member.displayName())};
        return mail(id, at, key, member, words);
    }

    private Mail mail(String id, long at, String key, Profile member, Object[] words) {
        return new Mail(
                id,
                member.email(),
                text(key + ".subject", words),
                text("greeting", words) + "\n\n" + text(key + ".body", words) + "\n\n" + words[2] + "\n\n-- \n"
                        + text("footer", words) + "\n",
                at);
    }

    /** An amount with its currency's sign, in the language's manner. */
    String amount(Money money) {
        java.util.Currency currency =
                java.util.Currency.getInstance(money.currency().name());
        int digits = currency.getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.amount(), digits));
    }

    private static String key(Notification notification) {
        String kind = notification.kind().name().toLowerCase(Locale.ROOT);
        String reason = notification.reason();
        return reason == null ? kind : kind + "." + reason.toLowerCase(Locale.ROOT);
    }

    private String link(Notification notification) {
        Long order = notification.order();
        String path = order == null ? "auctions/" + Ids.text(notification.auction()) : "orders/" + Ids.text(order);
        return publicUrl.resolve(path).toString();
    }

    private String text(String key, @Nullable Object[] words) {
        return new MessageFormat(texts.getString(key), locale).format(words);
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}
