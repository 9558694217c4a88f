package surety.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import surety.language.display.ProgressText;
import surety.solver.Progress;
import surety.solver.ProgressListener;
import surety.solver.region.RegionProgress;

/**
 * One line on standard error that says how far something has come, overwritten in place and erased
 * in the end. Nothing at all where nobody watches.
 */
final class ProgressLine implements ProgressListener, RegionProgress.Listener, AutoCloseable {
  private static final double SECONDS_BETWEEN = 0.1;
  private static final int WIDTH = 78;

  private final PrintWriter err;
  private final boolean watched;
  private final String label;
  private double last = Double.NEGATIVE_INFINITY;
  private int printed;

  ProgressLine(Terminal terminal, String label) {
    this.err = terminal.err();
    this.watched = terminal.errWatched();
    this.label = label;
  }

  @Override
  public synchronized void progressed(Progress progress) {
    if (isDue(progress.seconds())) {
      show(label + ": " + ProgressText.of(progress, Optional.empty()));
    }
  }

  @Override
  public synchronized void progressed(RegionProgress progress) {
    if (isDue(progress.seconds())) {
      show(
          String.format(
              Locale.ROOT,
              "%s: %,d regions, %.1f %% of the probability, %,d polytopes, %.1f s",
              label,
              progress.regions(),
              100 * progress.mass(),
              progress.queries(),
              progress.seconds()));
    }
  }

  /** Of several things the one that begins now. */
  synchronized void reached(String what) {
    if (watched) {
      show(label + " " + what);
    }
  }

  private boolean isDue(double seconds) {
    if (!watched || seconds < last + SECONDS_BETWEEN) {
      return false;
    }
    last = seconds;
    return true;
  }

  /** Erases the line, so that what is printed next stands alone. */
  @Override
  public synchronized void close() {
    if (printed > 0) {
      show("");
      err.print('\r');
      err.flush();
    }
  }

  /** Blanks over what is left of the longer line before: every terminal understands those. */
  private void show(String text) {
    String line = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
    err.print('\r' + line + " ".repeat(Math.max(0, printed - line.length())));
    err.flush();
    printed = line.length();
  }
}
