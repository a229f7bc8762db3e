package com.neighborbid.auction;

import com.neighborbid.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** {@code /api/categories}: what a lot can be, named in the caller's language (Korean or English). */
@Path("categories")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CategoryResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Categories categories;

    /** A category under its name. */
    public record NamedCategory(String id, String name) {}

    /** All categories, in the order in which they are shown. */
    @GET
    public Response all(@Context HttpHeaders headers) {
        Locale language = language(headers.getAcceptableLanguages());
        List<NamedCategory> named = categories.all().stream()
                .map(category -> new NamedCategory(category.id(), category.name(language)))
                .toList();
        return Response.ok(new Page<>(named, null))
                .language(language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static Locale language(List<Locale> accepted) {
        return accepted.stream()
                .map(locale -> Locale.forLanguageTag(locale.getLanguage()))
                .filter(locale -> locale.equals(Locale.KOREAN) || locale.equals(Locale.ENGLISH))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
