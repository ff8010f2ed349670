package dev.fettle.kernel.magic;

import java.util.List;
import java.util.Random;

/** Declarations as a user may type them, under our names, the JDK's, those of packages, and the user's own. */
final class Declarations {
    private static final List<String> NAMES = List.of(
            "Point",
            "Score",
            "Probe",
            "Objective",
            "Mlp",
            "crossVal",
            "Tuned",
            "Slots",
            "Code",
            "Study",
            "Trial",
            "probe",
            "Notebook",
            "String",
            "List",
            "Map",
            "Base64",
            "Integer",
            "Double",
            "Exception",
            "Record",
            "Override",
            "System",
            "Math",
            "Class",
            "Void",
            "Arrays",
            "Random",
            "Function",
            "Object",
            "Throwable",
            "Number",
            "Iterable",
            "Enum",
            "Runnable",
            "Thread",
            "dev",
            "fettle",
            "java",
            "lang",
            "util",
            "org",
            "io",
            "REPL",
            "kernel",
            "value",
            "key",
            "x",
            "w2",
            "a",
            "b",
            "model");

    private static final List<String> IMPORTS = List.of(
            "java.awt.*",
            "java.awt.Point",
            "java.awt.List",
            "java.awt.geom.*",
            "java.util.function.*",
            "java.util.stream.*",
            "java.sql.*",
            "java.util.Map.Entry",
            "java.lang.reflect.*",
            "static java.lang.Math.*",
            "static java.util.Map.entry",
            "java.util.concurrent.*",
            "javax.swing.text.*",
            "static java.util.Map.*",
            "java.util.logging.*",
            "dev.fettle.space.*",
            "dev.fettle.trial.*",
            "dev.fettle.space.Point",
            "static java.util.stream.Collectors.*",
            "java.time.*");

    private Declarations() {}

    static String next(Random random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        int n = random.nextInt(100);
        return switch (random.nextInt(9)) {
            case 0 -> "record " + name + "(double a, int b" + n + ") {}";
            case 1 -> "class " + name + " { int field = " + n + "; }";
            case 2 -> "enum " + name + " { A, B" + n + " }";
            case 3 -> "interface " + name + " { int m" + n + "(); }";
            case 4 -> "int " + name + " = " + n + ";";
            case 5 -> "var " + name + " = java.util.List.of(" + n + ");";
            case 6 -> "double " + name + "(double a) { return a + " + n + "; }";
            case 7 -> "<T> T " + name + "(T first, int... more) { return first; }";
            default -> "import " + IMPORTS.get(random.nextInt(IMPORTS.size())) + ";";
        };
    }
}
