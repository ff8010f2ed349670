package dev.fettle.spark;

import dev.fettle.run.Backend;
import dev.fettle.run.BackendException;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;

/**
 * Spark, by the context that this JVM has, whoever made it: {@code --on spark}. With the address of a master, {@code local[4]} or
 * {@code spark://host:7077}, one is made if there is none. Safe for any thread.
 */
public final class SparkBackend implements Backend {
    private static final String ANY = "spark";
    private static final Pattern MASTER =
            Pattern.compile("local(\\[.+])?|local-cluster\\[.+]|spark://.+|k8s://.+|yarn");

    @Override
    public boolean answersTo(String word) {
        return word.equals(ANY) || MASTER.matcher(word).matches();
    }

    @Override
    public SparkPlace reach(String word) throws BackendException {
        boolean any = word.equals(ANY);
        SparkContext context = SparkEnv.get() == null ? null : SparkContext.getOrCreate();
        if (context == null || context.isStopped()) {
            if (any) {
                throw new BackendException(
                        "Spark must have been started, and this kernel has no SparkContext. Maybe  --on local[*]  or a"
                                + " Java cell before:  SparkSession.builder().master(\"spark://host:7077\").getOrCreate()");
            }
            context = made(word);
        }
        if (!any && !context.master().equals(word)) {
            throw new BackendException("Master (" + word + ") must be that of the SparkContext that runs here, "
                    + context.master() + "; a JVM has only one. Maybe  --on spark.");
        }
        return SparkPlace.of(context);
    }

    private static SparkContext made(String master) throws BackendException {
        SparkConf conf =
                new SparkConf().setMaster(master).setAppName("Fettle").setIfMissing("spark.ui.enabled", "false");
        SparkSettings.WANTED.forEach(conf::setIfMissing);
        try {
            return new SparkContext(conf);
        } catch (RuntimeException e) {
            throw new BackendException("Master (" + master + ") must answer, and did not: " + e.getMessage());
        }
    }
}
