package surety.language.display;

import java.util.Objects;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.statement.Verdict;
import surety.language.WantedGap;
import surety.solver.StopReason;

/**
 * Why a search ended, for people: what it says is the same wherever it is shown, but for how the
 * time limit and the gap are set there. A way out is named only where it is one.
 *
 * @param wanted the gap at which it was allowed to end
 */
public record SearchEnd(StopReason reason, WantedGap wanted) {
  private static final int DIGITS = 3;
  private static final String OPEN = "keeps it undecided";

  /** Bounds so many times closer than wanted are close for another reason than the wanted gap. */
  private static final Dyadic FAR = Dyadic.of(1000);

  /** Where it is read, for what can be set there. */
  public enum Reader {
    /** Who started the command. */
    COMMAND_LINE("'within' or --gap", "'timeout' or --timeout"),
    /** Who edits the specification. */
    EDITOR("'within'", "'timeout'");

    private final String gap;
    private final String time;

    Reader(String gap, String time) {
      this.gap = gap;
      this.time = time;
    }
  }

  /** Refuses missing parts. */
  public SearchEnd {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(wanted);
  }

  /**
   * Why there are no closer bounds, and what to do; nothing if they are as close as was asked for.
   *
   * @param verdict of a property; empty of a query
   * @param gap between the bounds; of a band the largest
   */
  public Optional<String> words(Optional<Verdict> verdict, Bound gap, Reader reader) {
    if (reason == StopReason.SETTLED) {
      return Optional.empty();
    }
    if (verdict.isPresent()) {
      return verdict.get() == Verdict.UNDECIDED
          ? Optional.of(why(gap, reader, "decide it", OPEN))
          : Optional.empty();
    }
    return isMissed(gap)
        ? Optional.of(
            missed(gap) + ": " + why(gap, reader, "bring them closer", "keeps them apart"))
        : Optional.empty();
  }

  private boolean isMissed(Bound gap) {
    return !gap.isFinite() || !wanted.isReachedBy(gap.dyadic());
  }

  /** For instance {@code the wanted gap 1e-6 was not reached, the bounds are 0.003 apart}. */
  private String missed(Bound gap) {
    return "the wanted gap "
        + wanted.text()
        + " was not reached"
        + (gap.isFinite() ? ", the bounds are " + shown(gap) + " apart" : "");
  }

  private String why(Bound gap, Reader reader, String help, String keeps) {
    return switch (reason) {
      case SETTLED -> throw new IllegalStateException("what is settled needs no excuse");
      case GAP_REACHED -> isFarBelow(gap) ? nextToLimit(gap, reader) : atGap(reader, help);
      case TIMEOUT -> "stopped at the time limit; a longer one (" + reader.time + ") may " + help;
      case CANCELLED -> "stopped on request";
      case CELL_LIMIT ->
          "stopped at the largest number of cells; a longer time limit does not change that";
      case LINEARISATION ->
          "a linearisation alone says no more, or nothing of such inputs or activations; a proof"
              + " tree may "
              + help;
      case TAILS ->
          "inputs are unbounded, and the part of them that is too far out to be searched, with a"
              + " probability of at most "
              + shown(gap)
              + ", "
              + keeps
              + "; no gap or time limit changes that, but bounded inputs ('on [a, b]') or a limit"
              + " that leaves room for it do";
      case HEAVY_TAILS -> heavyTails(gap, keeps);
      case REST ->
          "an input counts without an upper end (Poisson), and of the part of it that is cut off"
              + " nothing is known, so that no mean of what it can make arbitrarily large is"
              + " bounded; no gap or time limit changes that, but a range does: Poisson(3) on [0, 50]";
      case DENSITY ->
          "how loosely the densities of the inputs are enclosed "
              + keeps
              + "; a smaller gap does not change that";
      case SEGMENTS ->
          "cells were cut where segments of bounding networks meet, and nowhere else;"
              + " more --segments, or no --bounding, may "
              + help;
      case UNDEFINED ->
          "nothing is known of it, for it may not exist: it was not shown that its condition happens,"
              + " that its divisor is not 0, or that what is correlated varies; ask for that alone to"
              + " see how rare or how small it is";
      case ROUNDING ->
          "rounding "
              + keeps
              + ": double precision brings the bounds no closer, for instance where values of the"
              + " network lie next to a threshold; no gap or time limit changes that";
      case ARITHMETIC ->
          "rounding in the network "
              + keeps
              + ": evaluations in the format that 'semantics' names may differ by as much; no gap or"
              + " time limit changes that";
    };
  }

  private static String heavyTails(Bound gap, String keeps) {
    String far =
        gap.isFinite()
            ? "inputs are unbounded, and what is too far out to be searched contributes up to about as"
                + " much, which "
                + keeps
            : "inputs are unbounded, and their tails are too heavy to bound it (as of Cauchy, or of"
                + " StudentT and Pareto with a small first parameter), so that it can be infinite or"
                + " not exist, or nothing is known of how fast the network grows far out (as with"
                + " products, powers and exponentials), or it is too large to tell";
    return far + "; no gap or time limit changes that, but bounded inputs ('on [a, b]') do";
  }

  private String atGap(Reader reader, String help) {
    return "stopped at the wanted gap "
        + wanted.text()
        + "; a smaller one ("
        + reader.gap
        + ") may "
        + help;
  }

  /** Whether the search found far closer bounds than were asked for. */
  private boolean isFarBelow(Bound gap) {
    return gap.isFinite() && wanted.isReachedBy(gap.dyadic().times(FAR));
  }

  /** A gap a little smaller than the wanted one would not change anything. */
  private String nextToLimit(Bound gap, Reader reader) {
    return "the bounds are "
        + shown(gap)
        + " apart, much closer than the wanted gap "
        + wanted.text()
        + ", and the limit is still between them: the value is next to the limit, or equal to"
        + " it; a limit that leaves room decides it, and nothing else but perhaps a gap ("
        + reader.gap
        + ") below "
        + shown(gap);
  }

  private static String shown(Bound gap) {
    return BoundsText.gap(gap, DIGITS);
  }
}
