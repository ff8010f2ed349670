package dev.fettle.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.run.BackendException;
import java.util.List;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

/** Executors in this process. */
class LocalSparkTest extends SparkContract {
    @Override
    String master() {
        return "local[2]";
    }

    @Test
    void aMasterThatIsNotThatOfThisProcessIsRefused() throws Exception {
        assertThat(new SparkBackend().reach("local[2]").place()).isEqualTo("Spark 4.2.0, local[2]");
        assertThat(new SparkBackend().reach("spark").slots()).isEqualTo(2);
        assertThatThrownBy(() -> new SparkBackend().reach("spark://host:7077"))
                .isInstanceOf(BackendException.class)
                .hasMessage(
                        "Master (spark://host:7077) must be that of the SparkContext that runs here, local[2]; a JVM has only one. Maybe  --on spark.");
    }

    @Test
    void wordsThatAreNoneOfSparkAreNotAnswered() {
        SparkBackend backend = new SparkBackend();
        assertThat(backend.answersTo("spark")).isTrue();
        assertThat(backend.answersTo("local")).isTrue();
        assertThat(backend.answersTo("local[*]")).isTrue();
        assertThat(backend.answersTo("spark://a:1,b:2")).isTrue();
        assertThat(backend.answersTo("ray")).isFalse();
        assertThat(backend.answersTo("sparkle")).isFalse();
    }

    @Test
    void aJavaThatMayDamageDataIsNamed() {
        for (String whole : List.of("17.0.15", "21", "25.0.3+9", "25.0.4", "25.1", "26")) {
            assertThat(SparkSettings.doubt(Runtime.Version.parse(whole)))
                    .as(whole)
                    .isEmpty();
        }
        for (String early : List.of("25", "25.0.2+10-LTS", "25.0.3-ea")) {
            assertThat(SparkSettings.doubt(Runtime.Version.parse(early)))
                    .as(early)
                    .hasValue("Java of the executors (" + early
                            + ") should be 25.0.3 or later: its garbage collector may damage data.");
        }
    }

    @Test
    void settingsThatAreMissingAreNamed() {
        SparkConf bare = new SparkConf(false);
        assertThat(SparkSettings.lack(bare))
                .hasValueSatisfying(
                        said -> assertThat(said)
                                .startsWith(
                                        "This Spark session lacks spark.executor.heartbeatInterval=2s, spark.task.reaper.enabled=true, spark.task.reaper.killTimeout=30s:"));
        SparkSettings.WANTED.forEach(bare::set);
        assertThat(SparkSettings.lack(bare)).isEmpty();
        assertThat(SparkSettings.refusal(bare)).isEmpty();
        assertThat(SparkSettings.refusal(bare.set("spark.speculation", "true")))
                .hasValueSatisfying(said -> assertThat(said).startsWith("Setting (spark.speculation) must be false"));
    }
}
