package surety.eclipse.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.junit.jupiter.api.Test;

class RunJobTest {
  /** Hears what the workbench would show. */
  private static final class Shown extends NullProgressMonitor {
    private final List<Integer> totals = new ArrayList<>();

    @Override
    public void beginTask(String name, int total) {
      totals.add(total);
    }
  }

  private final List<String> cancelled = new ArrayList<>();
  private final Shown shown = new Shown();

  private RunJob ended(boolean isMeasured) {
    RunJob job = new RunJob("Verifying rare", isMeasured, () -> cancelled.add("rare"));
    job.report("searching", isMeasured ? 10 : null);
    job.end();
    return job;
  }

  /** A percentage of what is not known would be 0 all the time. */
  @Test
  void aSearchHasNoPercentage() {
    assertEquals(Status.OK_STATUS, ended(false).run(shown));
    assertEquals(List.of(IProgressMonitor.UNKNOWN), shown.totals);
  }

  @Test
  void aReplayHasOne() {
    assertEquals(Status.OK_STATUS, ended(true).run(shown));
    assertEquals(List.of(100), shown.totals);
  }

  @Test
  void whatHasEndedIsNotCancelled() {
    shown.setCanceled(true);
    ended(false).run(shown);
    assertEquals(List.of(), cancelled);
  }
}
