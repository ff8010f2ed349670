package dev.fettle.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The recorded curves of the peers, packed from {@code src/bench/results}. */
final class Peers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Peers() {}

    /** Sorted by name. */
    static List<Recording> recordings() throws IOException {
        List<Recording> peers = new ArrayList<>();
        for (JsonNode file : json("index").get("results")) {
            peers.add(RecordingFile.recording(json(file.textValue())));
        }
        return peers;
    }

    private static JsonNode json(String name) throws IOException {
        String file = "/dev/fettle/bench/results/" + name + ".json";
        try (InputStream in = Peers.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException("Recording (" + name + ") must be packed.");
            }
            return JSON.readTree(in);
        }
    }
}
