package vn.ungpho.attack;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Several people act at the same moment. */
final class AtOnce {

    private AtOnce() {}

    /** @return the results in the order of the acts */
    static <T> List<T> all(List<Supplier<T>> acts) {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        ExecutorService people = Executors.newFixedThreadPool(acts.size());
        try {
            List<Future<T>> under = acts.stream()
                    .map(act -> people.submit(() -> {
                        start.await();
                        return act.get();
                    }))
                    .toList();
            return under.stream().map(AtOnce::result).toList();
        } finally {
            people.shutdownNow();
        }
    }

    private static <T> T result(Future<T> under) {
        try {
            return under.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
