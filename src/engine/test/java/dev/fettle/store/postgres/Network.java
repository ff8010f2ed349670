package dev.fettle.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between a program and a server on this computer, which can be cut. */
final class Network implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** Nothing passes while somebody holds it. */
    private final Object wire = new Object();

    private boolean cut;

    /** What the server answers arrives no more. */
    private volatile boolean deaf;

    Network(int port) throws IOException {
        this.port = port;
        begin(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on bytes wait, both ways, and so do new connections: as where packets are dropped, and sent again. */
    void cut() {
        synchronized (wire) {
            cut = true;
        }
    }

    /** From now on nothing that the server answers arrives. */
    void deafen() {
        deaf = true;
    }

    /** Ends all connections, as a router that restarts; new ones work. */
    void reset() {
        // First the wire, so that no connection is left of which an answer was lost.
        mend();
        Set<Socket> now = Set.copyOf(sockets);
        now.forEach(Network::close);
        sockets.removeAll(now);
    }

    void mend() {
        synchronized (wire) {
            cut = false;
            wire.notifyAll();
        }
        deaf = false;
    }

    private void awaitWire() throws InterruptedException {
        synchronized (wire) {
            while (cut) {
                wire.wait();
            }
        }
    }

    private void welcome() throws IOException, InterruptedException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            sockets.add(client);
            awaitWire();
            try {
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                sockets.add(server);
                begin(() -> pump(client, server, false));
                begin(() -> pump(server, client, true));
            } catch (IOException e) {
                // The server is down.
                close(client);
            }
        }
    }

    private void pump(Socket from, Socket to, boolean answers) throws IOException, InterruptedException {
        try (from;
                to) {
            to.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[1 << 16];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                awaitWire();
                if (!answers || !deaf) {
                    out.write(bytes, 0, n);
                }
            }
        }
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private static void begin(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException | InterruptedException e) {
                // A connection has ended.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        reset();
    }
}
