package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import surety.certificates.text.StatementException;
import surety.language.Obligation;
import surety.solver.Progress;

class JobTest {
  private static final Path FILE = Path.of("/s.sure");

  static Job search(Path file, String name) throws StatementException {
    return search(file, name, Urgency.ASKED);
  }

  static Job search(Path file, String name, Urgency urgency) throws StatementException {
    return Job.search(file, obligation(name), VerificationSettings.defaults(), urgency, job -> {});
  }

  static Job replay(Path file, String name) throws StatementException {
    return replay(file, name, Urgency.FOUND, job -> {});
  }

  static Job replay(Path file, String name, Urgency urgency, Consumer<Job> watcher)
      throws StatementException {
    return Job.replay(
        file,
        obligation(name),
        VerificationSettings.defaults(),
        Path.of("/s.cert"),
        urgency,
        watcher);
  }

  private static Obligation obligation(String name) throws StatementException {
    return VerificationTest.obligation(name, "P(1*y[0] > 1) < 1/2");
  }

  @Test
  void tellsOfProgressNowAndThen() throws StatementException {
    List<Double> heard = new ArrayList<>();
    Job job =
        Job.search(
            FILE,
            obligation("p"),
            VerificationSettings.defaults(),
            Urgency.ASKED,
            j -> heard.add((double) j.progress().orElseThrow().cells()));
    job.start();
    for (int k = 0; k <= 16; k++) {
      job.progressed(new Progress("searching", 1, k, k / 16.0, 0, 1));
    }
    assertEquals(List.of(0.0, 4.0, 8.0, 12.0, 16.0), heard);
  }

  private static List<Integer> told(long size, long[][] readings) throws StatementException {
    List<Integer> told = new ArrayList<>();
    Job job = replay(FILE, "p", Urgency.FOUND, j -> told.add(j.replayed()));
    assertEquals(0, job.replayed());
    for (long[] reading : readings) {
      job.replayed(reading[0], size, Known.THEN.plusMillis(reading[1]));
    }
    return told;
  }

  @Test
  void aReplayTellsNowAndThenHowFarItHasCome() throws StatementException {
    long[][] readings = {
      {1, 0}, {100, 10}, {200, 199}, {300, 210}, {400, 409}, {500, 410}, {999, 700}, {1000, 900}
    };
    assertEquals(List.of(10, 30, 50, 99, 100), told(1000, readings));
  }

  /** Whatever a file that changes meanwhile, or a clock that is set, would make of it. */
  @Test
  void whatIsToldOnlyGrows() throws StatementException {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      long size = random.nextLong(1, 1L << random.nextInt(1, 62));
      long[][] readings = new long[random.nextInt(20)][];
      long read = 0;
      for (int k = 0; k < readings.length; k++) {
        read += random.nextLong(1 + size / 5);
        readings[k] = new long[] {read, random.nextInt(2000)};
      }
      int before = 0;
      for (int percent : told(size, readings)) {
        assertTrue(percent > before && percent <= 100);
        before = percent;
      }
    }
  }

  @Test
  void aFileThatGrowsOrIsEmptyIsReadToTheEnd() throws StatementException {
    assertEquals(List.of(100), told(10, new long[][] {{11, 0}, {1000, 500}}));
    assertEquals(List.of(100), told(0, new long[][] {{1, 0}}));
    assertEquals(List.of(50), told(Long.MAX_VALUE, new long[][] {{Long.MAX_VALUE / 2, 0}}));
  }

  @Test
  void aClockThatIsSetBackSilencesNobody() throws StatementException {
    assertEquals(List.of(1, 2), told(100, new long[][] {{1, 0}, {2, -3_600_000}}));
  }

  @Test
  void isASearchOrAReplay() throws StatementException {
    assertTrue(search(FILE, "p").isSearch());
    Job replay = replay(FILE, "p");
    assertFalse(replay.isSearch());
    assertEquals(Optional.of(Path.of("/s.cert")), replay.certificate());
  }

  /** From the first moment on, and whatever the search itself says. */
  @Test
  void aSearchAlwaysHasProgress() throws StatementException {
    Job job = search(FILE, "p");
    assertEquals(Optional.empty(), job.progress());
    job.start();
    Progress first = job.progress().orElseThrow();
    assertEquals("reading the network", first.task());
    assertEquals(List.of(0.0, 1.0), List.of(first.lower(), first.upper()));
    job.networksRead();
    assertEquals("preparing", job.progress().orElseThrow().task());
    job.progressed(new Progress("searching", 0.5, 7, 3, 0.25, 0.75));
    assertEquals("searching", job.progress().orElseThrow().task());
    assertTrue(job.progress().orElseThrow().seconds() >= 3);
    assertEquals(7, job.progress().orElseThrow().cells());
    assertEquals(Optional.empty(), replay(FILE, "p").progress());
  }

  @Test
  void aNewPhaseIsToldAtOnce() throws StatementException {
    List<String> heard = new ArrayList<>();
    Job job =
        Job.search(
            FILE,
            obligation("p"),
            VerificationSettings.defaults(),
            Urgency.ASKED,
            j -> heard.add(j.progress().orElseThrow().task()));
    job.start();
    job.progressed(new Progress("searching", 1, 1, 1, 0, 1));
    job.progressed(new Progress("certifying", 1, 1, 1.01, 0, 1));
    job.progressed(new Progress("certifying", 1, 1, 1.02, 0, 1));
    assertEquals(List.of("searching", "certifying"), heard);
  }

  @Test
  void whatGivesWayEndsAndBeginsAgain() throws StatementException {
    Job job = search(FILE, "p");
    job.start();
    job.progressed(new Progress("searching", 1, 9, 1, 0, 1));
    job.giveWay();
    assertTrue(job.isCancelled());
    assertFalse(job.isDropped());
    job.waitAgain();
    assertFalse(job.isCancelled() || job.isStarted());
    job.start();
    assertEquals(0, job.progress().orElseThrow().cells());
    job.cancel();
    assertTrue(job.isCancelled() && job.isDropped());
  }

  @Test
  void beginsAndIsCancelled() throws StatementException {
    Job job = search(FILE, "p");
    assertFalse(job.isStarted() || job.isCancelled());
    job.start();
    job.cancel();
    assertTrue(job.isStarted() && job.isCancelled());
  }
}
