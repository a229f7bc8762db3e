package com.neighborbid.operations;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looking through the house: auctions, members, orders, disputes, reports, payments, accounts, postings, holds, the bids of an auction, and
 * the audit. {@code q} is part of a name or title, or any public id; {@code status} narrows it down.
 */
@Path("admin")
@RequestScoped
@RolesAllowed("admin")
public class AdminRegisterResource {
    private static final String REGISTER =
            "{register: auctions|members|orders|disputes|reports|payments|accounts|postings|holds|bids|audit}";

    /** A byte order mark: spreadsheets take a file without it for one in the machine's own code page. */
    private static final char MARK = '\uFEFF';

    private static final int LONGEST_QUERY = 200;
    /** Rows of one export; more come with a narrower search. */
    private static final int EXPORT_MOST = 100_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Registers registers;

    @PathParam("register")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @QueryParam("q")
    @DefaultValue("")
    @SuppressWarnings("NullAway.Init")
    private String text;

    @QueryParam("status")
    @DefaultValue("")
    @SuppressWarnings("NullAway.Init")
    private String status;

    @GET
    @Path(REGISTER)
    @Produces(MediaType.APPLICATION_JSON)
    public Page<Map<String, @Nullable Object>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = Page.limit(limit);
        Registers.Rows found = registers.read(question(Page.belowId(cursor), most));
        Long last = found.lastKey();
        return new Page<>(found.rows(), last == null || found.rows().size() < most ? null : Ids.text(last));
    }

    /** The same as a file, all pages of it. */
    @GET
    @Path("export/" + REGISTER)
    @Produces("text/csv; charset=UTF-8")
    public Response export() {
        Registers.Rows first = registers.export(question(Long.MAX_VALUE, Page.MOST));
        return Response.ok((StreamingOutput) out -> {
                    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                        write(first, writer);
                    }
                })
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private void write(Registers.Rows first, Writer writer) throws java.io.IOException {
        writer.write(MARK);
        Registers.Rows page = first;
        if (!page.rows().isEmpty()) {
            writer.write(Csv.line(page.rows().get(0).keySet()));
        }
        for (int written = 0; !page.rows().isEmpty() && written < EXPORT_MOST; ) {
            List<Map<String, @Nullable Object>> rows = page.rows();
            for (Map<String, @Nullable Object> row : rows) {
                writer.write(Csv.line(row.values()));
            }
            written += rows.size();
            Long last = page.lastKey();
            if (last == null || rows.size() < Page.MOST) {
                return;
            }
            page = registers.export(question(last, Page.MOST));
        }
    }

    private Registers.Question question(long below, int rows) {
        if (text.length() > LONGEST_QUERY || status.length() > LONGEST_QUERY) {
            throw RejectedException.invalid("q", "must have at most " + LONGEST_QUERY + " characters");
        }
        Register register = Register.named(name).orElseThrow(() -> RejectedException.notFound("list"));
        return new Registers.Question(register, text, status, below, rows);
    }
}
