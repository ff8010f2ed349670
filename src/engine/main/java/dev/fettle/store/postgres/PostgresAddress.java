package dev.fettle.store.postgres;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database of PostgreSQL is, and how to get in.
 *
 * @param hosts with their ports, as they were written
 * @param database its name
 * @param schema in which our tables are, apart from those of others
 * @param settings of the driver, with user and password
 */
record PostgresAddress(String hosts, String database, String schema, Map<String, String> settings) {
    private static final Pattern BEGINNING = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://");
    private static final Pattern HOSTS = Pattern.compile("[\\w.-]*|\\[[0-9A-Fa-f:.%]+]");
    private static final Pattern REST =
            Pattern.compile("(?<hosts>[^/?@]*)(?:/(?<database>[^/?@]*))?(?:\\?(?<query>[^?@]*))?");

    /** Neither in a message nor anywhere else: the driver keeps it. */
    @Override
    public String toString() {
        return place();
    }

    /** For messages: nothing secret. */
    String place() {
        return "postgresql://" + hosts + "/" + database;
    }

    /** Whether a text is meant to be such an address. */
    static boolean isOne(String text) {
        return BEGINNING.matcher(text).lookingAt();
    }

    /**
     * Reads {@code postgresql://user:password@host:port/database?setting=value}, with or without {@code jdbc:} before it.
     *
     * @param environment where user and password may be as well: {@code PGUSER}, {@code PGPASSWORD}
     */
    static PostgresAddress read(String text, Map<String, String> environment) throws IOException {
        Matcher beginning = BEGINNING.matcher(text);
        if (!beginning.lookingAt()) {
            throw strange();
        }
        String rest = text.substring(beginning.end());
        // A password may hold anything, and must not be taken for a part of what is shown.
        int in = rest.lastIndexOf('@');
        Matcher parts = REST.matcher(rest.substring(in + 1));
        if (!parts.matches() || !areHosts(parts.group("hosts"))) {
            throw strange();
        }
        Map<String, String> settings = new TreeMap<>();
        settings.put("user", environment.getOrDefault("PGUSER", System.getProperty("user.name", "")));
        if (environment.containsKey("PGPASSWORD")) {
            settings.put("password", environment.get("PGPASSWORD"));
        }
        if (in >= 0) {
            String[] who = rest.substring(0, in).split(":", 2);
            settings.put("user", decoded(who[0]));
            if (who.length > 1) {
                settings.put("password", decoded(who[1]));
            }
        }
        readQuery(parts.group("query") == null ? "" : parts.group("query"), settings);
        String hosts = parts.group("hosts").isEmpty() ? "localhost" : parts.group("hosts");
        String database = parts.group("database") == null ? "" : parts.group("database");
        String schema = settings.getOrDefault("currentSchema", "fettle");
        settings.remove("currentSchema");
        return new PostgresAddress(
                hosts,
                database.isEmpty() ? settings.getOrDefault("user", "") : decoded(database),
                schema,
                Map.copyOf(settings));
    }

    private static void readQuery(String query, Map<String, String> settings) throws IOException {
        for (String setting : query.split("&", -1)) {
            String[] pair = setting.split("=", 2);
            if (!setting.isEmpty()) {
                settings.put(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : "");
            }
        }
    }

    private static boolean areHosts(String hosts) {
        for (String host : hosts.split(",", -1)) {
            Matcher port = Pattern.compile("(.*?)(?::(\\d{1,5}))?").matcher(host);
            if (!port.matches() || !HOSTS.matcher(port.group(1)).matches()) {
                return false;
            }
        }
        return true;
    }

    /** Percent and two digits; a plus is a plus. */
    private static String decoded(String text) throws IOException {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw strange();
        }
    }

    /** Nothing of the text is repeated, since nobody knows where in it the password is. */
    private static IOException strange() {
        return new IOException(
                "Journal (of PostgreSQL) must be postgresql://user:password@host:port/database."
                        + " Maybe a sign in the password must be written as % and two digits: %40 for @, %3F for ?, %25 for %.");
    }

    String url() {
        return "jdbc:postgresql://" + hosts + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What the driver is told: to give up in time, and what the address says. */
    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "connectTimeout", "10",
                "loginTimeout", "10",
                "socketTimeout", "30",
                "tcpKeepAlive", "true",
                "ApplicationName", "fettle",
                "reWriteBatchedInserts", "true",
                "currentSchema", '"' + schema.replace("\"", "\"\"") + '"'));
        properties.putAll(settings);
        return properties;
    }
}
