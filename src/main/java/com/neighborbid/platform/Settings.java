package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads MicroProfile Config with bounds. Every component makes one record of it at start; a wrong value fails with a
 * message that names the property, its environment variable and what it may be, and deployment stops.
 */
@ApplicationScoped
public class Settings {
    private static final Pattern SECRET = Pattern.compile("(password|secret|token|key)$");
    /** The user of a URL, and a password among its parameters. */
    private static final Pattern IN_URL = Pattern.compile("(?<=//)[^/@]*(?=@)|(?<=password=)[^&]*");

    private static final String MASK = "******";

    private final Config config = ConfigProvider.getConfig();
    private final Map<String, InForce> read = new ConcurrentSkipListMap<>();

    /**
     * A setting as it is in force.
     *
     * @param value masked where it is a secret
     * @param byDefault whether nobody set it
     */
    public record InForce(String name, String value, boolean byDefault) {}

    /** A text, or the default when it is not set or empty. */
    public String text(String name, String byDefault) {
        Optional<String> set =
                config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
        String value = set.orElse(byDefault);
        read.put(name, new InForce(name, masked(name, value), set.isEmpty()));
        return value;
    }

    /** Every setting that was asked for, by name. */
    public List<InForce> inForce() {
        return List.copyOf(read.values());
    }

    static String masked(String name, String value) {
        return SECRET.matcher(name).find() && !value.isEmpty()
                ? MASK
                : IN_URL.matcher(value).replaceAll(MASK);
    }

    /** An integer from {@code least} to {@code most}. */
    public long integer(String name, long byDefault, long least, long most) {
        String text = text(name, Long.toString(byDefault));
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(name, text, "an integer from " + least + " to " + most);
        }
        throw wrong(name, text, "an integer from " + least + " to " + most);
    }

    /** As {@link #integer(String, long, long, long)}, for values that fit an int. */
    public int number(String name, int byDefault, int least, int most) {
        return Math.toIntExact(integer(name, byDefault, least, most));
    }

    /** One of {@code true, on} or {@code false, off}. */
    public boolean flag(String name, boolean byDefault) {
        String text = text(name, Boolean.toString(byDefault));
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "on" -> true;
            case "false", "off" -> false;
            default -> throw wrong(name, text, "true, on, false or off");
        };
    }

    /** A text in some form; what the parser says of a wrong one is what the setting must be. */
    public <T> T parsed(String name, String byDefault, Function<String, T> parser) {
        String text = text(name, byDefault);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw wrong(name, masked(name, text), String.valueOf(e.getMessage()));
        }
    }

    /** Texts parted by commas; none when it is not set. */
    public Set<String> list(String name, String byDefault) {
        return Arrays.stream(text(name, byDefault).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Some of an enum's values in lower case, parted by commas; {@code all} is every one. */
    public <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
        String text = text(name, "all");
        Set<E> chosen = EnumSet.noneOf(type);
        for (String part : text.split(",", -1)) {
            if (part.strip().equals("all")) {
                return EnumSet.allOf(type);
            }
            chosen.add(Arrays.stream(type.getEnumConstants())
                    .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(part.strip()))
                    .findFirst()
                    .orElseThrow(() -> wrong(name, text, "all, or any of " + names(type))));
        }
        return chosen;
    }

    /** One of an enum's values in lower case, or the default. */
    public <E extends Enum<E>> E choice(String name, E byDefault) {
        Class<E> type = byDefault.getDeclaringClass();
        String text = text(name, byDefault.name().toLowerCase(Locale.ROOT));
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(name, text, "one of " + names(type)));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    }

    /** What a wrong value is refused with: it names the property, its environment variable and what it may be. */
    public static IllegalArgumentException wrong(String name, String value, String wanted) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
        return new IllegalArgumentException(
                "Setting " + name + " (" + variable + ") is '" + value + "'; it must be " + wanted);
    }
}
