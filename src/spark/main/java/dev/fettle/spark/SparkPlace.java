package dev.fettle.spark;

import dev.fettle.envelope.Envelope;
import dev.fettle.envelope.Packer;
import dev.fettle.run.Backend;
import dev.fettle.run.BackendException;
import dev.fettle.run.Crew;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import scala.jdk.javaapi.CollectionConverters;

/** A context and what is known of its executors. */
final class SparkPlace implements Backend.Reached {
    private static final String OWN = "org.apache.spark.";

    private final SparkContext context;
    /** Of the executors, as far as it is known. */
    private volatile Runtime.Version java = Runtime.version();

    private SparkPlace(SparkContext context) {
        this.context = context;
    }

    static SparkPlace of(SparkContext context) throws BackendException {
        Optional<String> refusal = SparkSettings.refusal(context.conf());
        if (refusal.isPresent()) {
            throw new BackendException(refusal.get());
        }
        return new SparkPlace(context);
    }

    @Override
    public String place() {
        return "Spark " + context.version() + ", " + context.master();
    }

    @Override
    public int slots() {
        return Math.max(1, context.defaultParallelism());
    }

    @Override
    public List<String> remarks() {
        return Stream.of(SparkSettings.lack(context.conf()), SparkSettings.doubt(java))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void prepare(Packer.Packed packed, List<Path> jars) throws BackendException {
        if (packed.names().stream().anyMatch(name -> name.startsWith(OWN))) {
            throw new BackendException(
                    "Objective must not use Spark itself to run on Spark, as a task cannot begin tasks. Maybe without --on:"
                            + " then its trials run here, and their tasks there.");
        }
        if (!context.isLocal()) {
            equip(packed, jars);
        }
    }

    @Override
    public Crew crew(Envelope envelope, int places) {
        return new SparkCrew(new JavaSparkContext(context), envelope, places);
    }

    /** Sends the executors the jars that they do not have. */
    private void equip(Packer.Packed packed, List<Path> jars) throws BackendException {
        own().ifPresent(this::send);
        Executors there = look();
        java = there.java();
        int needed = packed.envelope().java();
        if (needed > java.feature()) {
            throw new BackendException("Java of the executors (" + java.feature() + ") must be at least " + needed
                    + ", for which this kernel compiles. Maybe  --release " + java.feature()
                    + "  in IJAVA_COMPILER_OPTS or JJAVA_COMPILER_OPTS, before it starts.");
        }
        jars.stream().filter(jar -> !there.jars().contains(name(jar))).forEach(this::send);
    }

    private void send(Path jar) {
        Set<String> sent = CollectionConverters.asJava(context.listJars()).stream()
                .map(address -> address.substring(address.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        if (!sent.contains(name(jar))) {
            context.addJar(jar.toAbsolutePath().toString());
        }
    }

    private static String name(Path jar) {
        return jar.getFileName().toString();
    }

    /** The jar of this module; empty if it is a folder, as in a build. */
    private static Optional<Path> own() {
        try {
            Path place = Path.of(SparkPlace.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Optional.of(place).filter(Files::isRegularFile);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private record Executors(Runtime.Version java, List<String> jars) {}

    private Executors look() {
        JavaSparkContext spark = new JavaSparkContext(context);
        List<String> lines = new ArrayList<>(
                spark.parallelize(List.of(0), 1).mapPartitions(new Look()).collect());
        return new Executors(Runtime.Version.parse(lines.remove(0)), lines);
    }
}
