package com.neighborbid.auction;

import com.neighborbid.platform.RejectedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;

/** {@code /api/photos/{name}}: the pictures themselves, which never change under their name. */
@Path("photos/{name}")
@RequestScoped
public class PhotoFileResource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PhotoFiles files;

    @GET
    public Response read(@PathParam("name") String name, @Context Request request) throws IOException {
        java.nio.file.Path file = files.find(name).orElseThrow(() -> RejectedException.notFound("photo"));
        EntityTag tag = new EntityTag(name);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged != null
                ? unchanged
                : Response.ok(file.toFile(), "image/jpeg").header(HttpHeaders.CONTENT_LENGTH, Files.size(file));
        return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
    }
}
