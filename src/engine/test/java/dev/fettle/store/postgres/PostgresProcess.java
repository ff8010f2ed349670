package dev.fettle.store.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A server of PostgreSQL that the tests of this JVM share, from programs that Maven brings; each test has a database of its own.
 * The server refuses to be root: root starts it as nobody.
 */
public final class PostgresProcess {
    private static final String USER = "postgres";

    /** What must not be in any message. */
    static final String PASSWORD = "sesame-4711";

    /** The name of the property that is {@code on} where speed is measured; a crash of the server alone loses nothing without. */
    public static final String FSYNC = "fettle.postgres.fsync";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path home;
    private final Path data;
    private final int port;
    private final boolean isRoot = "root".equals(System.getProperty("user.name"));

    private PostgresProcess() throws IOException, InterruptedException {
        home = Files.createTempDirectory("fettle-postgres");
        data = home.resolve("data");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        unpack();
        Path secret = Files.writeString(home.resolve("secret"), PASSWORD);
        if (isRoot) {
            Files.createDirectories(data);
            run("chown", "-R", "nobody", home.toString());
        }
        own(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + secret,
                "-E",
                "UTF8",
                "--no-locale");
        Files.writeString(
                data.resolve("postgresql.conf"),
                "port = " + port
                        + "\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nmax_connections = 300\n"
                        + "fsync = " + System.getProperty(FSYNC, "off") + "\n");
        start();
    }

    /** The one server, started when it is first asked for; where Maven brings no programs for this system, the test is left out. */
    public static PostgresProcess shared() {
        boolean isOurs = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        assumeTrue(isOurs, "Linux on an x86-64, for which Maven brings a server");
        return Shared.SERVER;
    }

    private static final class Shared {
        static final PostgresProcess SERVER = begin();

        private static PostgresProcess begin() {
            try {
                return new PostgresProcess();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void unpack() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream packed = Objects.requireNonNull(
                        PostgresProcess.class.getResourceAsStream("/postgres-linux-x86_64.txz"));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = home.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    int port() {
        return port;
    }

    void start() throws IOException, InterruptedException {
        own("pg_ctl", "-D", data.toString(), "-w", "-l", data.resolve("log").toString(), "start");
    }

    /** Stops it: {@code fast}, or {@code immediate}, as a crash would. */
    void stop(String mode) throws IOException, InterruptedException {
        own("pg_ctl", "-D", data.toString(), "-w", "-m", mode, "stop");
    }

    /** The address of a new database. */
    public String database() throws IOException {
        return database("127.0.0.1", port);
    }

    /** The address of a new database, where the server seems to be somewhere else. */
    String database(String host, int seeming) throws IOException {
        String name = "d" + DATABASES.incrementAndGet();
        Postgres.execute(address("127.0.0.1", port, USER), "CREATE DATABASE " + name);
        return address(host, seeming, name);
    }

    private static String address(String host, int port, String database) {
        return "postgresql://" + USER + ":" + PASSWORD + "@" + host + ":" + port + "/" + database;
    }

    private void own(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--clear-groups"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) throws IOException, InterruptedException {
        File said = home.resolve("said").toFile();
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .directory(home.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code + ": "
                    + Files.readString(said.toPath(), StandardCharsets.UTF_8));
        }
    }

    private void end() {
        try {
            if (Files.exists(data.resolve("postmaster.pid"))) {
                stop("immediate");
            }
            run("rm", "-rf", home.toString());
        } catch (IOException | InterruptedException e) {
            System.err.println("The server of the tests is left in " + home + ": " + e.getMessage());
        }
    }
}
