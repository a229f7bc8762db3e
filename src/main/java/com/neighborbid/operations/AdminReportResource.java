package com.neighborbid.operations;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.auction.Auctions;
import com.neighborbid.bidding.Interventions;
import com.neighborbid.live.Chat;
import com.neighborbid.member.CurrentMember;
import com.neighborbid.member.Memberships;
import com.neighborbid.moderation.ReportCase;
import com.neighborbid.moderation.ReportKind;
import com.neighborbid.moderation.ReportOutcome;
import com.neighborbid.moderation.Reports;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * What an admin does about a reported thing: first the act, then the case is closed. Whoever is cut off between them
 * does the same again. The audit names the thing, so that it is found with all else that was done about it.
 */
@Path("admin/reports/{report}")
@RequestScoped
@RolesAllowed("admin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AdminReportResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private AdminActs acts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Reports reports;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Interventions interventions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Memberships memberships;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Chat chat;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    /** Nothing is wrong with it. */
    @POST
    @Path("dismiss")
    public AdminActs.Done dismiss(@PathParam("report") String report, Input input) {
        ReportCase found = reports.open(id(report));
        return acts.act(
                "DISMISS",
                Ids.text(found.thing()),
                input,
                reason -> reports.decide(found.id(), ReportOutcome.DISMISSED));
    }

    /** Withdraws the auction that was reported, or in which it was met. */
    @POST
    @Path("withdraw")
    public AdminActs.Done withdraw(@PathParam("report") String report, Input input) {
        ReportCase found = reports.open(id(report));
        return acts.act("WITHDRAW", Ids.text(found.auction()), input, reason -> {
            if (!isWithdrawn(found.auction())) {
                interventions.withdraw(found.auction(), reason);
            }
            reports.decide(found.id(), ReportOutcome.WITHDRAWN);
        });
    }

    /** Takes a line of chat out of its room. */
    @POST
    @Path("remove")
    public AdminActs.Done remove(@PathParam("report") String report, Input input) {
        ReportCase found = reports.open(id(report));
        if (found.kind() != ReportKind.CHAT) {
            throw RejectedException.notFound("reported chat line");
        }
        return acts.act("REMOVE", Ids.text(found.thing()), input, reason -> {
            chat.remove(found.thing());
            reports.decide(found.id(), ReportOutcome.REMOVED);
        });
    }

    /** Shuts out whoever did it; a line of chat goes, too. */
    @POST
    @Path("ban")
    public AdminActs.Done ban(@PathParam("report") String report, Input input) {
        ReportCase found = reports.open(id(report));
        return acts.act("BAN", Ids.text(found.member()), input, reason -> {
            memberships.ban(found.member(), caller.id(), reason);
            if (found.kind() == ReportKind.CHAT) {
                chat.remove(found.thing());
            }
            reports.decide(found.id(), ReportOutcome.BANNED);
        });
    }

    private boolean isWithdrawn(long auction) {
        return auctions.terms(auction)
                .filter(terms -> terms.outcome() == AuctionOutcome.WITHDRAWN)
                .isPresent();
    }

    private static long id(String text) {
        return Ids.parse(text).orElseThrow(() -> RejectedException.notFound("report"));
    }
}
