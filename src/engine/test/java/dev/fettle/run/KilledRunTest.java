package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.store.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process is killed in the middle of a study, and the next one ends with the table of a study that nobody has killed. */
class KilledRunTest {
    private static final int KILLS = Integer.getInteger("fettle.kills", 2);

    private final Path folder;

    KilledRunTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<String> methods() {
        return MethodRun.METHODS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theTableIsThatOfAStudyThatNobodyHasKilled(String method) throws IOException, InterruptedException {
        Random random = new Random(method.hashCode());
        String file = folder.resolve("s.db").toString();
        for (int kill = 0; kill < KILLS; kill++) {
            try (Child child = new Child(MethodRun.class, file, method, Integer.toString(1 + random.nextInt(3)))) {
                int lines = random.nextInt(2 + MethodRun.TRIALS / KILLS);
                for (int line = 0; line < lines && !child.says().equals("end"); line++) {
                    // Until it has come so far.
                }
                child.kill();
            }
        }
        try (Child child = new Child(MethodRun.class, file, method, "2")) {
            assertThat(rest(child)).isEqualTo(MethodRun.table(method));
        }
    }

    @Test
    void threeProcessesAtOnceGiveTheTableOfOne() throws IOException {
        String file = folder.resolve("s.db").toString();
        for (String method : List.of("random", "swarm", "tpe")) {
            String place = file + method;
            try (Child one = new Child(MethodRun.class, place, method, "1");
                    Child two = new Child(MethodRun.class, place, method, "2");
                    Child three = new Child(MethodRun.class, place, method, "1")) {
                List<String> table = MethodRun.table(method);
                for (Child child : List.of(one, two, three)) {
                    assertThat(rest(child)).isEqualTo(table);
                }
            }
        }
    }

    @Test
    void whoIsLeftFinishesWhatADeadOneHasBegun() throws IOException, InterruptedException {
        String file = folder.resolve("s.db").toString();
        try (Child dead = new Child(MethodRun.class, file, "random", "2");
                Child left = new Child(MethodRun.class, file, "random", "1")) {
            dead.says();
            dead.kill();
            assertThat(rest(left)).isEqualTo(MethodRun.table("random"));
        }
    }

    private static List<String> rest(Child child) throws IOException {
        for (String line = child.says(); !line.equals("end"); ) {
            line = child.says();
        }
        List<String> table = new ArrayList<>();
        while (table.size() < MethodRun.TRIALS) {
            table.add(child.says());
        }
        return table;
    }
}
