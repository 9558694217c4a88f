package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.statement.StatementException;
import surety.language.Obligation;
import surety.solver.Progress;

class JobTest {
  private static final Path FILE = Path.of("/s.sure");

  static Job search(Path file, String name) throws StatementException {
    return Job.search(file, obligation(name), VerificationSettings.defaults(), job -> {});
  }

  static Job replay(Path file, String name) throws StatementException {
    return Job.replay(file, obligation(name), VerificationSettings.defaults(), Path.of("/s.cert"));
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
            j -> heard.add(j.progress().orElseThrow().seconds()));
    for (int k = 0; k <= 16; k++) {
      job.progressed(new Progress("searching", 1, k, k / 16.0, 0, 1));
    }
    assertEquals(List.of(0.0, 0.25, 0.5, 0.75, 1.0), heard);
  }

  @Test
  void isASearchOrAReplay() throws StatementException {
    assertTrue(search(FILE, "p").isSearch());
    Job replay = replay(FILE, "p");
    assertFalse(replay.isSearch());
    assertEquals(Optional.of(Path.of("/s.cert")), replay.certificate());
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
