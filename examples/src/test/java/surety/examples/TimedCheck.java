package surety.examples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import surety.certificates.network.Network;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.language.Obligation;
import surety.solver.BandPoint;
import surety.solver.Checker;
import surety.solver.Result;
import surety.solver.SearchOptions;

/**
 * A check and the replay of its certificate, timed in a JVM that has done them before.
 *
 * @param seconds of search and kernel, the quickest run
 * @param processorSeconds the same of all threads together, which other processes change less
 * @param replaySeconds of the replay on one thread, likewise
 * @param result the last run's
 */
record TimedCheck(double seconds, double processorSeconds, double replaySeconds, Result result) {
  private static final double NANOSECONDS = 1e9;

  /** Runs it some times. */
  static TimedCheck best(int runs, Obligation asked, double gap, Duration timeout, int threads) {
    List<NetworkContent> files =
        asked.networkFiles().stream().map(ExampleFiles::bytes).map(NetworkContent::of).toList();
    List<Network> networks = asked.networkFiles().stream().map(ExampleFiles::network).toList();
    SearchOptions options =
        SearchOptions.defaults().withGap(gap).withThreads(threads).withTimeout(timeout);
    TimedCheck best = null;
    for (int run = 0; run < runs; run++) {
      double processor = processorTime();
      long start = System.nanoTime();
      Result result = Checker.check(asked.statement(), networks, options, p -> {}, () -> false);
      double seconds = (System.nanoTime() - start) / NANOSECONDS;
      processor = processorTime() - processor;
      double replay = replaySeconds(asked, files, result);
      best =
          best == null
              ? new TimedCheck(seconds, processor, replay, result)
              : new TimedCheck(
                  Math.min(seconds, best.seconds),
                  Math.min(processor, best.processorSeconds),
                  Math.min(replay, best.replaySeconds),
                  result);
    }
    return best;
  }

  /** Of this process so far, with all that the virtual machine does beside. */
  private static double processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos()
        / NANOSECONDS;
  }

  private static double replaySeconds(Obligation asked, List<NetworkContent> files, Result result) {
    try {
      long start = System.nanoTime();
      ReplayResult replay =
          Replay.run(asked.statement(), files, new ByteArrayInputStream(result.certificate()), 1);
      if (replay.replay() != ReplayVerdict.VALID) {
        throw new IllegalStateException(replay.toString());
      }
      return (System.nanoTime() - start) / NANOSECONDS;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The largest gap of all that was asked. */
  double gap() {
    return BandPoint.largestGap(result.points()).doubleCeiling();
  }
}
