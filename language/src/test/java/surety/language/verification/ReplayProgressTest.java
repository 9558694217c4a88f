package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.language.verification.VerificationState.ANSWERED;
import static surety.language.verification.VerificationState.FAILED;
import static surety.language.verification.VerificationState.RUNNING;
import static surety.language.verification.VerificationState.UNVERIFIED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.solver.Checker;

/** How far the replay of a long certificate has come, from its beginning to its end. */
class ReplayProgressTest {
  /** Its certificate is read in several pieces. */
  private static final String LONG = "query band: cdf(c) at 6000 points under D;\n";

  @TempDir private Path folder;

  /** A second passes each time that it is asked; after a few times, it keeps who asks waiting. */
  private static final class GatedClock implements InstantSource {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final int free;
    private int asked;

    GatedClock(int free) {
      this.free = free;
    }

    @Override
    public synchronized Instant instant() {
      asked++;
      if (asked > free) {
        await();
      }
      return Bench.NOW.plusSeconds(asked);
    }

    private void await() {
      try {
        assertTrue(gate.await(1, TimeUnit.MINUTES));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void open() {
      gate.countDown();
    }
  }

  @BeforeEach
  void search() throws IOException, InterruptedException {
    try (Bench first = new Bench(folder, Checker::check)) {
      first.update(LONG);
      first.verify("band");
      first.await("band", ANSWERED);
      assertTrue(Files.size(first.certificate("band")) > 5 << 16);
    }
  }

  /** With a replay that has read three pieces and waits for the clock. */
  private Bench begun(GatedClock clock) throws IOException, InterruptedException {
    Bench bench = new Bench(folder, new GatedSearch(), clock);
    bench.update(LONG);
    bench.model().replay(bench.file(), "band");
    bench.await("band", (Verification v) -> v.percent().orElse(0) > 0);
    return bench;
  }

  private static int percent(Verification verification) {
    return verification.percent().orElseThrow();
  }

  @Test
  void isShownWhileItGrowsAndNotAfterTheEnd() throws IOException, InterruptedException {
    GatedClock clock = new GatedClock(3);
    try (Bench bench = begun(clock)) {
      LinkedBlockingQueue<Verification> told = new LinkedBlockingQueue<>();
      bench.model().addListener(s -> told.add(s.find("band").orElseThrow()));
      Verification half = bench.await("band", Verification::isReplaying);
      assertEquals(RUNNING, half.state());
      assertEquals(Optional.empty(), half.progress());
      assertTrue(percent(half) > 0 && percent(half) < 100, half::toString);
      clock.open();
      Verification end = bench.await("band", ANSWERED);
      assertEquals(Optional.empty(), end.percent());
      assertFalse(end.isReplaying());
      int before = percent(half);
      Verification last = told.poll(1, TimeUnit.MINUTES);
      while (last != null && last.state() == RUNNING) {
        assertTrue(percent(last) >= before && percent(last) <= 100, last::toString);
        before = percent(last);
        last = told.poll(1, TimeUnit.MINUTES);
      }
      assertEquals(end, last);
      long version = bench.snapshot().version();
      bench.model().close();
      assertTrue(told.stream().allMatch(end::equals), told::toString);
      assertTrue(bench.snapshot().version() <= version + 1);
    }
  }

  @Test
  void isOverAtOnceWhenItIsCancelled() throws IOException, InterruptedException {
    GatedClock clock = new GatedClock(3);
    try (Bench bench = begun(clock)) {
      bench.model().cancel(bench.file(), List.of("band"));
      Verification stopped = bench.of("band");
      long version = bench.snapshot().version();
      assertEquals(UNVERIFIED, stopped.state());
      assertEquals(Optional.empty(), stopped.percent());
      clock.open();
      // The next job has its turn only after the one before has ended.
      bench.model().replay(bench.file(), "band");
      assertTrue(bench.snapshot().version() > version);
      bench.await("band", ANSWERED);
    }
  }

  /** A certificate that is cut is read to its end, and is none. */
  @Test
  void endsWithAReasonWhereTheCertificateEnds() throws IOException, InterruptedException {
    Path certificate = folder.resolve("certificates").resolve("s.band.cert");
    byte[] bytes = Files.readAllBytes(certificate);
    Files.write(certificate, Arrays.copyOf(bytes, bytes.length - (1 << 16)));
    GatedClock clock = new GatedClock(3);
    try (Bench bench = begun(clock)) {
      clock.open();
      Verification end = bench.await("band", FAILED);
      assertTrue(end.message().orElseThrow().contains("is incomplete"), end::toString);
      assertEquals(Optional.empty(), end.percent());
    }
  }
}
