package com.neighborbid.auction;

import com.neighborbid.member.CurrentMember;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** {@code /api/auctions/{id}/photos}: a seller adds a picture of the lot. */
@Path("auctions/{id}/photos")
@RequestScoped
public class PhotoResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private PhotoUpload upload;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    @POST
    @BoundedUpload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"member", "admin"})
    public Response add(@PathParam("id") String id, @FormParam("photo") @Nullable EntityPart photo)
            throws IOException, InterruptedException {
        long auction = Ids.parse(id).orElseThrow(() -> RejectedException.notFound("auction"));
        if (photo == null) {
            throw RejectedException.invalid("photo", "is required, a part of multipart/form-data");
        }
        PhotoView added = upload.add(auction, caller.id(), photo.getContent());
        return Response.created(URI.create(added.url())).entity(added).build();
    }
}
