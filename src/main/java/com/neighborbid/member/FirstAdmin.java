package com.neighborbid.member;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Makes the admin that the settings name, at the first start. A member who has that address already stays as it is. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAdmin {
    private static final Logger LOG = System.getLogger(FirstAdmin.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private MemberConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Passwords passwords;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @PostConstruct
    void make() {
        EmailAddress email = new EmailAddress(config.adminEmail());
        if (config.adminEmail().isEmpty() || members.find(email.key()).isPresent()) {
            return;
        }
        try {
            String hash =
                    passwords.hash(config.adminPassword()).toCompletableFuture().join();
            Member admin = new Member(Ids.next(time), email, hash, "Admin", Language.KO, time.now());
            admin.becomeAdmin();
            members.add(admin);
            LOG.log(Level.INFO, "Made the first admin, {0}", email.text());
        } catch (RejectedException e) {
            LOG.log(Level.INFO, "Another node made the first admin: {0}", e.getMessage());
        }
    }
}
