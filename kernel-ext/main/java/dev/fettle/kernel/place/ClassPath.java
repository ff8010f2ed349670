package dev.fettle.kernel.place;

import dev.fettle.kernel.objective.Code$;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a notebook has on its class path. */
final class ClassPath {
    private ClassPath() {}

    /** The jars that the notebook has added, and that of this class; those of the kernel itself are not among them. */
    static List<Path> jars(ClassLoader loader) {
        Stream<URL> added = Stream.iterate(loader, URLClassLoader.class::isInstance, ClassLoader::getParent)
                .flatMap(of -> Stream.of(((URLClassLoader) of).getURLs()));
        URL own = Code$.class.getProtectionDomain().getCodeSource().getLocation();
        return Stream.concat(added, Stream.of(own))
                .flatMap(place -> file(place).stream())
                .distinct()
                .toList();
    }

    private static Optional<Path> file(URL place) {
        try {
            return Optional.of(Path.of(place.toURI())).filter(Files::isRegularFile);
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
