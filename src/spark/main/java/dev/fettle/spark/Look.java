package dev.fettle.spark;

import java.io.File;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;

/** What an executor is: its version of Java, and the names of the jars that it began with. */
final class Look implements FlatMapFunction<Iterator<Integer>, String> {
    private static final long serialVersionUID = 1;

    @Override
    public Iterator<String> call(Iterator<Integer> nothing) {
        Stream<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(place -> Path.of(place).getFileName().toString());
        return Stream.concat(Stream.of(Runtime.version().toString()), jars).iterator();
    }
}
