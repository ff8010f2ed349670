package dev.fettle.kernel.ijava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.KernelContract;
import dev.fettle.kernel.MimeBundle;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.magic.Magics;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The kernel itself, in this process and without sockets. */
class IJavaKernelTest implements KernelContract {
    @Override
    public Typed typed() throws ReflectiveOperationException {
        JavaKernel kernel = new JavaKernel();
        // The kernel's own functions ask for it.
        Field current = IJava.class.getDeclaredField("kernel");
        current.setAccessible(true);
        current.set(null, kernel);
        return new InProcess(kernel, new IJavaKernel(kernel));
    }

    private record InProcess(JavaKernel ijava, Kernel kernel) implements Typed {
        @Override
        public void run(String cell) throws Exception {
            ijava.evalRaw(cell);
        }

        @Override
        public void interrupt() {
            ijava.interrupt();
        }

        @Override
        public void close() {
            ijava.onShutdown(false);
        }
    }

    @Test
    void aValueIsShownAsItsRendererSays() throws Exception {
        try (Typed typed = typed()) {
            typed.kernel().render(Thread.class, thread -> MimeBundle.of("<i>t</i>", "thread"));
            assertThat(((InProcess) typed)
                            .ijava()
                            .getRenderer()
                            .render(new Thread("t"))
                            .getData(MIMEType.TEXT_HTML))
                    .isEqualTo("<i>t</i>");
        }
    }

    @Test
    void anArrayIsShownAsItIsTyped() throws Exception {
        try (Typed typed = typed()) {
            Magics.install(typed.kernel());
            typed.run(
                    "%%gridsearch s --live off --quiet\nw[2] in {0.1, 0.2}\nsizes in {(50), (100, 50)}\nm[2][2] in {1, 2}"
                            + "\nact in {(tanh, relu)}\nmaximize a\nw[0] + sizes[0] + m[1][1]");
            assertThat(shown(typed, "s.best().w()")).isEqualTo("(0.2, 0.1)");
            assertThat(shown(typed, "s.best().sizes()")).isEqualTo("(100, 50)");
            assertThat(shown(typed, "s.best().m()")).isEqualTo("((1, 1), (1, 2))");
            assertThat(shown(typed, "s.best().act()")).isEqualTo("(tanh, relu)");
            assertThat(shown(typed, "new double[101]")).endsWith("0.0, … 1 more)");
            assertThat(shown(typed, "s.best()"))
                    .isEqualTo("w = (0.2, 0.1), sizes = (100, 50), m = ((1, 1), (1, 2)), act = (tanh, relu)");
        }
    }

    private static String shown(Typed typed, String expression) throws Exception {
        JavaKernel ijava = ((InProcess) typed).ijava();
        return (String) ijava.getRenderer().render(ijava.evalRaw(expression)).getData(MIMEType.TEXT_PLAIN);
    }

    @Test
    void aReplacedStudyIsGarbage() throws Exception {
        try (Typed typed = typed()) {
            Magics.install(typed.kernel());
            String cell = "%%randomsearch w --trials 20 --live off --quiet\nx ~ uniform(0, 1)\nmaximize a\nx";
            typed.run(cell);
            WeakReference<Object> first = study(typed);
            typed.run(cell.replace("maximize", "y ~ uniform(0, 1)\nmaximize"));
            WeakReference<Object> second = study(typed);
            typed.run(cell);
            System.gc();
            assertThat(first.get()).isNull();
            assertThat(second.get()).isNull();
        }
    }

    private static WeakReference<Object> study(Typed typed) throws Exception {
        return new WeakReference<>(
                Objects.requireNonNull(new Notebook(typed.kernel().shell()).value("w.history()")));
    }
}
