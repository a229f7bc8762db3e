package com.neighborbid.auction;

import com.neighborbid.member.CurrentMember;
import com.neighborbid.member.Members;
import com.neighborbid.member.Neighbourhood;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** {@code /api/auctions}: offering a lot, the list, one lot, and the watchlist. */
@Path("auctions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuctionResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private AuctionViews views;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ReadyLists lists;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Categories categories;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Watchlist watchlist;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"member", "admin"})
    public Response offer(Input input, @Context UriInfo uri) {
        long seller = caller.id();
        OfferReader reader = new OfferReader(categories.ids(), neighbourhood(seller), time.now());
        long id = auctions.offer(reader.read(input, seller));
        URI address = uri.getAbsolutePathBuilder().path(Ids.text(id)).build();
        return Response.created(address)
                .entity(views.view(id, OptionalLong.of(seller)))
                .build();
    }

    /** A list as its calls are answered. */
    record Listed(List<AuctionSummary> items, @Nullable String next) {}

    @GET
    @APIResponseSchema(Listed.class)
    public byte[] list(@Context UriInfo uri) {
        return lists.page(ListQuery.of(uri.getQueryParameters(), caller.optionalId()));
    }

    @GET
    @Path("{id}")
    public AuctionView read(@PathParam("id") String id) {
        return views.view(idOf(id), caller.optionalId());
    }

    @PUT
    @Path("{id}/watch")
    @RolesAllowed({"member", "admin"})
    public void watch(@PathParam("id") String id) {
        watchlist.add(caller.id(), idOf(id));
    }

    @DELETE
    @Path("{id}/watch")
    @RolesAllowed({"member", "admin"})
    public void unwatch(@PathParam("id") String id) {
        watchlist.remove(caller.id(), idOf(id));
    }

    private static long idOf(String text) {
        return Ids.parse(text).orElseThrow(() -> RejectedException.notFound("auction"));
    }

    private @Nullable Place neighbourhood(long seller) {
        return members.profile(seller)
                .flatMap(profile -> profile.place())
                .map(AuctionResource::place)
                .orElse(null);
    }

    /** To a hundred metres: everybody sees where a lot is, and nobody need see where its seller lives. */
    private static Place place(Neighbourhood where) {
        return new Place(coarse(where.lat()), coarse(where.lng()), where.name());
    }

    private static double coarse(double degrees) {
        return Math.round(degrees * 1000) / 1000.0;
    }
}
