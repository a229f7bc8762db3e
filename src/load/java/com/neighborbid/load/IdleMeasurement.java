package com.neighborbid.load;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Sockets that watch and do nothing: how fast they come in, what each keeps of Payara's heap, and what they cost at rest. */
final class IdleMeasurement {
    private static final Duration REST = Duration.ofSeconds(5);
    private static final List<String> HEAD = List.of(
            "sockets",
            "rooms",
            "connects /s",
            "heap a socket, KiB",
            "resident a socket, KiB",
            "processor at rest before, %",
            "with them, %");

    private final Crowd crowd;
    private final List<LoadRoom> rooms;
    private final LoadOptions options;
    private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));

    IdleMeasurement(Crowd crowd, List<LoadRoom> rooms, LoadOptions options) {
        this.crowd = crowd;
        this.rooms = rooms;
        this.options = options;
    }

    /** Brings them in; only for a house of which the pid files are known. */
    void run() {
        if (options.idle() == 0 || options.pidDirectory().isEmpty()) {
            return;
        }
        double before = busy();
        long heapBefore = heap();
        long residentBefore = resident();
        int each = options.idle() / rooms.size();
        long began = System.nanoTime();
        List<Watchers> all = rooms.stream().map(room -> crowd.watch(room, each)).toList();
        double seconds = (System.nanoTime() - began) / 1e9;
        int sockets = each * rooms.size();
        long resident = resident() - residentBefore;
        List<String> row = List.of(
                Integer.toString(sockets),
                Integer.toString(rooms.size()),
                String.format("%.0f", sockets / seconds),
                String.format("%.1f", (heap() - heapBefore) / 1024.0 / sockets),
                String.format("%.1f", resident / 1024.0 / sockets),
                String.format("%.1f", before),
                String.format("%.1f", busy()));
        rows.add(row);
        System.out.println("idle  " + String.join("  ", row));
        all.forEach(Watchers::leave);
    }

    void report(Report report) {
        String text = "Watchers without a session, " + Crowd.HANDSHAKES_AT_ONCE
                + " handshakes at a time; the heap is what a full collection leaves, resident is what"
                + " the process took more of the machine until the last had come; the"
                + " processor time is Payara's, in percent of one processor, over " + REST.toSeconds()
                + " seconds.";
        report.add("Idle sockets", text, rows);
    }

    /** Percent of one processor that Payara uses now. */
    private double busy() {
        Duration before = used();
        crowd.rest(REST);
        return 100.0 * used().minus(before).toNanos() / REST.toNanos();
    }

    private Duration used() {
        return ProcessHandle.of(payara())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** What a full collection leaves, in bytes. */
    private long heap() {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(payara()));
            JMXServiceURL agent = new JMXServiceURL(machine.startLocalManagementAgent());
            machine.detach();
            try (JMXConnector connector = JMXConnectorFactory.connect(agent)) {
                MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(
                        connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
                memory.gc();
                return memory.getHeapMemoryUsage().getUsed();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException("Payara's memory cannot be read", e);
        }
    }

    /** What the process holds of the machine's memory, in bytes. */
    private long resident() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(payara()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long payara() {
        try {
            Path file = Path.of(options.pidDirectory(), "payara.pid");
            return Long.parseLong(
                    Files.readString(file).lines().findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
