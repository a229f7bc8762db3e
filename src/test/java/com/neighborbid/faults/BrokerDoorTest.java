package com.neighborbid.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.faults.BrokerDoor.Copy;
import com.neighborbid.launcher.House;
import com.neighborbid.launcher.HouseConfig;
import com.neighborbid.launcher.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerDoorTest {
    private static final List<String> QUEUES = List.of("nb.bids", "nb.notices");

    @TempDir
    private Path directory;

    @Test
    void copiesWhatQueuesAreGivenMeanwhile() throws Exception {
        try (House house = House.start(HouseConfig.forTest(directory).only(Part.BROKER))) {
            Map<String, String> environment = house.environment();
            List<Copy> copies = new ArrayList<>();
            BrokerDoor.open(environment, door -> door.send("nb.bids", "too early", "1"));
            BrokerDoor.open(environment, door -> door.beginCopies(QUEUES));
            BrokerDoor.open(environment, door -> {
                door.send("nb.bids", "a batch", "2");
                door.send("nb.notices", "a notice", "3");
                door.send("nb.mail", "of no such queue", "4");
            });
            BrokerDoor.open(environment, door -> copies.addAll(door.endCopies(QUEUES)));
            BrokerDoor.open(environment, door -> {
                door.send("nb.bids", "too late", "5");
                copies.addAll(door.endCopies(List.of()));
            });

            assertEquals(List.of(new Copy("nb.bids", "a batch", "2"), new Copy("nb.notices", "a notice", "3")), copies);
        }
    }
}
