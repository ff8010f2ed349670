package dev.fettle.kernel;

class RecordingKernelTest implements KernelContract {
    @Override
    public Typed typed() {
        return new Recorded(new RecordingKernel());
    }

    private record Recorded(RecordingKernel kernel) implements Typed {
        @Override
        public void run(String cell) throws Exception {
            if (cell.startsWith("%")) {
                kernel.start(cell).get();
            } else {
                new Notebook(kernel.shell()).run(cell);
            }
        }

        @Override
        public void interrupt() {
            kernel.interrupt();
        }

        @Override
        public void close() {
            kernel.close();
        }
    }
}
