package com.neighborbid.platform;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;

/**
 * The servlet that the container makes last: when it does, the resources, sockets and beans are all there. It takes no
 * call (405).
 */
@WebServlet(urlPatterns = LastServlet.PATH, loadOnStartup = Integer.MAX_VALUE)
public class LastServlet extends HttpServlet {
    static final String PATH = "/internal/last";

    private static final long serialVersionUID = 1;

    @Inject
    @SuppressWarnings({"NullAway.Init", "serial"})
    private transient Lifecycle life;

    @Override
    public void init() {
        life.deployed();
    }
}
