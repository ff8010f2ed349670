package dev.fettle.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this process is, in the words of its computer. No name server is asked: that may take many seconds. */
final class Whereabouts {
    static final String HERE = "process " + ProcessHandle.current().pid()
            + computer().map(name -> " on " + name).orElse("");

    private Whereabouts() {}

    private static Optional<String> computer() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("COMPUTERNAME")),
                        text(Path.of("/proc/sys/kernel/hostname")),
                        Optional.ofNullable(System.getenv("HOSTNAME")))
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
