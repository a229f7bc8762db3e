package com.neighborbid.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts the {@link WorkerTask}s of this node's roles after the migrations, and ends them with the application. It is no
 * enterprise bean, for its threads would be in such a bean's call for ever: {@link WebContext} tells why that is no
 * place to work.
 */
@ApplicationScoped
public class WorkerTasks {
    private static final Logger LOG = System.getLogger(WorkerTasks.class.getName());
    private static final long PAUSE_AFTER_FAILURE_MS = 500;
    private static final long STOP_WITHIN_MS = 3000;

    @Inject
    @Any
    @SuppressWarnings("NullAway.Init")
    private Instance<WorkerTask> tasks;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PlatformConfig config;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory threads;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> running = new CopyOnWriteArrayList<>();

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        for (WorkerTask task : tasks) {
            if (task.roles().stream().anyMatch(config::is)) {
                Thread thread = threads.newThread(() -> repeat(task));
                thread.setName("nb-" + task.name());
                thread.start();
                running.add(thread);
            }
        }
    }

    /** Names of threads that have ended though nobody asked them to: an error that no retry helps against. */
    public List<String> ended() {
        return stopped.getCount() == 0
                ? List.of()
                : running.stream()
                        .filter(thread -> !thread.isAlive())
                        .map(Thread::getName)
                        .toList();
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        stopped.countDown();
        tasks.forEach(WorkerTask::interrupt);
        running.forEach(Thread::interrupt);
        try {
            for (Thread thread : running) {
                thread.join(STOP_WITHIN_MS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat(WorkerTask task) {
        try {
            long pause = 0;
            while (!stopped.await(pause, TimeUnit.MILLISECONDS)) {
                pause = turn(task);
            }
            task.stop();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private long turn(WorkerTask task) throws InterruptedException {
        try {
            return task.turn();
        } catch (RuntimeException e) {
            if (stopped.getCount() > 0) {
                LOG.log(Level.WARNING, () -> "Task " + task.name() + " failed and will be tried again", e);
            }
            return PAUSE_AFTER_FAILURE_MS;
        }
    }
}
