package dev.fettle.store.sql;

import dev.fettle.store.UnavailableException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The drivers that come with us. {@link java.sql.DriverManager} shows a caller only those of its own class loader and the loaders above, and
 * in a notebook we cannot know who calls.
 */
public final class Drivers {
    private static final String WHY = " Maybe its jar is missing, or this JVM denies native access"
            + " (allowed by --enable-native-access=ALL-UNNAMED), or nothing may be executed in the folder for temporary files: ";

    private Drivers() {}

    /**
     * The first driver that takes an address.
     *
     * @param kind of database, for messages
     */
    public static Driver find(String kind, String url) throws UnavailableException {
        try {
            Iterator<Driver> drivers = ServiceLoader.load(Driver.class, Drivers.class.getClassLoader())
                    .iterator();
            while (drivers.hasNext()) {
                Driver driver = drivers.next();
                if (driver.acceptsURL(url)) {
                    return driver;
                }
            }
        } catch (ServiceConfigurationError | LinkageError | SQLException e) {
            throw unavailable(kind, e);
        }
        throw unavailable(kind, new ClassNotFoundException("no java.sql.Driver takes " + kind));
    }

    /** Connects once, to something that is nowhere, to see whether the driver's native library can be loaded. */
    public static void probe(String kind, Driver driver, String url) throws IOException {
        try (Connection connection = driver.connect(url, new Properties())) {
            if (connection == null) {
                throw unavailable(kind, new SQLException("no connection"));
            }
        } catch (SQLException | RuntimeException | LinkageError e) {
            throw unavailable(kind, e);
        }
    }

    private static UnavailableException unavailable(String kind, Throwable cause) {
        return new UnavailableException("Driver (" + kind + ") must be there and load." + WHY + cause(cause), cause);
    }

    private static String cause(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
