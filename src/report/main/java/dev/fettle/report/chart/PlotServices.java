package dev.fettle.report.chart;

import dev.fettle.report.text.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the plots that other jars bring. One that is broken is told and left out. */
final class PlotServices {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /** A service file that cannot be read would be tried for ever. */
    private static final int MOST = 100;

    private final Map<String, PlotKind> kinds = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> faults = new LinkedHashSet<>();

    private PlotServices(List<PlotKind> ours) {
        ours.forEach(k -> kinds.put(k.name(), k));
    }

    /** Ours first; then those of service files in the order of their names. */
    static Plots with(List<PlotKind> ours) {
        PlotServices services = new PlotServices(ours);
        services.load(PlotKind.class.getClassLoader());
        services.load(Thread.currentThread().getContextClassLoader());
        List<PlotKind> all = new ArrayList<>(services.kinds.values());
        all.subList(ours.size(), all.size()).sort(Comparator.comparing(PlotKind::name));
        return new Plots(all, List.copyOf(services.faults));
    }

    private void load(@Nullable ClassLoader loader) {
        Iterator<ServiceLoader.Provider<PlotKind>> found =
                ServiceLoader.load(PlotKind.class, loader).stream().iterator();
        for (int i = 0; i < MOST; i++) {
            try {
                if (!found.hasNext()) {
                    return;
                }
                add(found.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                faults.add(Part.failed("A plot of another jar", e));
            }
        }
    }

    private void add(ServiceLoader.Provider<PlotKind> provider) {
        String type = provider.type().getName();
        if (known.add(type)) {
            Part.of("Plot (" + type + ")", () -> checked(provider.get(), type))
                    .match(kind -> kinds.put(kind.name(), kind) == null, faults::add);
        }
    }

    private PlotKind checked(PlotKind kind, String type) {
        String name = kind.name();
        if (!NAME.matcher(name).matches() || kinds.containsKey(name)) {
            throw new IllegalArgumentException("Plot (" + type + ") must have a name of its own, one word of lower-case"
                    + " letters; it is called " + name + ".");
        }
        if (kind.meaning().isBlank() || (kind.panel() && !kind.arguments().isEmpty())) {
            throw new IllegalArgumentException(
                    "Plot (" + name + ") must say what it means, and take no arguments if it is a panel.");
        }
        return kind;
    }
}
