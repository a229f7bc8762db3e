package com.neighborbid.wallet;

import com.neighborbid.member.CurrentMember;
import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The member's own wallet and statement. */
@Path("wallet")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"member", "admin"})
public class WalletResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Wallets wallets;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Entries entries;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    @GET
    public Balance balance(@QueryParam("currency") @Nullable String currency) {
        return wallets.balance(caller.id(), currency == null ? Currency.HOUSE : currency(currency));
    }

    /** Of all currencies, unless one is named. */
    @GET
    @Path("entries")
    public Page<Entries.Entry> entries(
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        List<Currency> currencies = currency == null ? List.of(Currency.values()) : List.of(currency(currency));
        return entries.newest(caller.id(), currencies, Page.belowId(cursor), Page.limit(limit));
    }

    private static Currency currency(String code) {
        return Currency.of(code).orElseThrow(() -> RejectedException.invalid("currency", "must be one of KRW, USD"));
    }
}
