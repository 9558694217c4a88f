package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import surety.solver.Progress;
import surety.solver.region.RegionProgress;

class ProgressLineTest {
  private final StringWriter err = new StringWriter();

  @Test
  void showsHowFarItHasCome() {
    show(true, 0.0);
    assertTrue(
        err.toString()
            .startsWith(
                "\rrare (1/2): search: 0 s, 12,345 cells, gap about 0.0013 (not yet proven)"));
  }

  @Test
  void showsRegions() {
    PrintWriter writer = new PrintWriter(err);
    Terminal terminal = new Terminal(writer, writer, false, true, false);
    try (ProgressLine line = new ProgressLine(terminal, "Flowers")) {
      line.progressed(new RegionProgress(1234, 56_789, 0.625, 1.5));
      line.progressed(new RegionProgress(1235, 56_790, 0.75, 1.55));
    }
    String first = "\rFlowers: 1,234 regions, 62.5 % of the probability, 56,789 polytopes, 1.5 s";
    assertTrue(err.toString().startsWith(first + "\r "), err::toString);
  }

  @Test
  void erasesItself() {
    show(true, 0.0, 1.0, 2.0);
    String[] lines = err.toString().split("\r", -1);
    assertEquals("", lines[lines.length - 1]);
    assertEquals("", lines[lines.length - 2].strip());
    assertTrue(lines[lines.length - 2].length() >= lines[lines.length - 3].length());
  }

  @Test
  void isSilentWhereNobodyWatches() {
    show(false, 0.0, 1.0);
    assertEquals("", err.toString());
  }

  @Test
  void nothingShownIsNothingToErase() {
    show(true);
    assertEquals("", err.toString());
  }

  @Test
  void aFloodOfReportsIsThinnedOut() {
    double[] seconds = new double[1_000];
    Arrays.setAll(seconds, i -> i / 1_000.0);
    show(true, seconds);
    assertTrue(err.toString().split("cells", -1).length - 1 <= 10);
  }

  @Test
  void saysWhatIsReplayedNow() {
    PrintWriter writer = new PrintWriter(err);
    Terminal terminal = new Terminal(writer, writer, false, true, false);
    try (ProgressLine line = new ProgressLine(terminal, "replaying")) {
      line.reached("rare of iris.sure");
      line.reached("low of a.sure");
    }
    assertEquals(
        "\rreplaying rare of iris.sure\rreplaying low of a.sure    \r" + " ".repeat(23) + "\r",
        err.toString());
  }

  private void show(boolean watched, double... seconds) {
    PrintWriter writer = new PrintWriter(err);
    Terminal terminal = new Terminal(writer, writer, false, watched, false);
    try (ProgressLine line = new ProgressLine(terminal, "rare (1/2)")) {
      for (double second : seconds) {
        line.progressed(new Progress("search", 1.25e-3, 12_345, second, 0, 1));
      }
    }
    writer.flush();
  }
}
