package dev.fettle.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the threads of a study wait for. Those who wait at the same moment share one transaction of the journal: one of them serves
 * all (flat combining: Hendler, Incze, Shavit and Tzafrir, SPAA 2010). For any thread, but none that has a lock which who serves
 * needs. An interrupt makes no difference, and stays.
 */
final class Requests {
    private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean serving;

    /**
     * Returns when some requests of one thread are done.
     *
     * @param serve serves some of those that wait; called by one thread at a time. What it throws is thrown, by that thread alone
     */
    void await(List<Request> requests, Runnable serve) {
        waiting.addAll(requests);
        if (!areDoneByAnother(requests)) {
            try {
                while (!areDone(requests)) {
                    serve.run();
                }
            } finally {
                leave(requests);
            }
        }
    }

    private static boolean areDone(List<Request> requests) {
        for (Request request : requests) {
            if (!request.isDone()) {
                return false;
            }
        }
        return true;
    }

    private boolean areDoneByAnother(List<Request> requests) {
        lock.lock();
        try {
            while (serving && !areDone(requests)) {
                changed.awaitUninterruptibly();
            }
            boolean done = areDone(requests);
            serving |= !done;
            return done;
        } finally {
            lock.unlock();
        }
    }

    private void leave(List<Request> requests) {
        lock.lock();
        try {
            serving = false;
            waiting.removeAll(requests);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Those that can be served at once, the first of all among them: of one run, and one for each trial. There must be some. */
    Batch next() {
        waiting.removeIf(Request::isDone);
        List<Request> asks = new ArrayList<>();
        List<Request> others = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        Lease lease = waiting.element().lease();
        for (Request request : waiting) {
            if (request.lease() == lease && request.number().isEmpty()) {
                asks.add(request);
            } else if (request.lease() == lease && numbers.add(request.number().orElseThrow())) {
                others.add(request);
            }
        }
        return new Batch(lease, asks, others);
    }
}
