package dev.fettle.envelope;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** What the code of a class names (Java Virtual Machine Specification, 4.4), as a whole and method by method. */
final class References {
    private static final int API = Opcodes.ASM9;
    private static final String INITIALISER = "<clinit>";

    /**
     * What a method names.
     *
     * @param types all classes, by their binary names
     * @param read the static variables whose value it takes
     * @param set those that it gives a value, but for what a class gives itself when it begins
     * @param calls methods
     */
    record Body(Set<String> types, Set<Member> read, Set<Member> set, Set<Member> calls) {
        Body() {
            this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        }
    }

    /** By the names of methods; those of one name are one. What is outside of methods has no name. */
    private final Map<String, Body> bodies = new TreeMap<>();

    private Body current = body("");

    private References() {}

    static References of(byte[] code) {
        References found = new References();
        new ClassReader(code).accept(found.reader(), ClassReader.SKIP_DEBUG);
        return found;
    }

    /** All of them. */
    Stream<Body> all() {
        return bodies.values().stream();
    }

    /** That of the methods of one name; empty if there is none. */
    Stream<Body> of(String method) {
        return Stream.ofNullable(bodies.get(method));
    }

    private Body body(String method) {
        return bodies.computeIfAbsent(method, name -> new Body());
    }

    private ClassVisitor reader() {
        return new ClassVisitor(API, new ClassRemapper(new Code(), names())) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String type, @Nullable String signature, String @Nullable [] thrown) {
                current = body(name);
                return super.visitMethod(access, name, type, signature, thrown);
            }
        };
    }

    private Remapper names() {
        return new Remapper(API) {
            @Override
            public String map(String internalName) {
                current.types().add(binary(internalName));
                return internalName;
            }
        };
    }

    /** Behind the remapper, which visits no method that nobody looks at. */
    private final class Code extends ClassVisitor {
        Code() {
            super(API);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String type, @Nullable String signature, String @Nullable [] thrown) {
            Body body = current;
            return new MethodVisitor(API) {
                @Override
                public void visitFieldInsn(int opcode, String owner, String name, String fieldType) {
                    Member field = new Member(binary(owner), name);
                    if (opcode == Opcodes.GETSTATIC) {
                        body.read().add(field);
                    } else if (opcode == Opcodes.PUTSTATIC && !method.equals(INITIALISER)) {
                        body.set().add(field);
                    }
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String called, boolean ofInterface) {
                    body.calls().add(new Member(binary(owner), name));
                }

                @Override
                public void visitInvokeDynamicInsn(String name, String called, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle) {
                            body.calls().add(new Member(binary(handle.getOwner()), handle.getName()));
                        }
                    }
                }
            };
        }
    }

    private static String binary(String internalName) {
        return internalName.replace('/', '.');
    }
}
