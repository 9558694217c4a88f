package surety.solver;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

/**
 * Brackets of quantiles: of each quantile or mean beyond one in a claim the two thresholds between
 * which the kernel sees it in a tree, found by asking for the cdf at ever closer thresholds.
 */
final class RiskNumbers {
  /** Thresholds of one question. */
  private static final int POINTS = 9;

  private static final int MOST_QUESTIONS = 30;

  /**
   * How far beyond its ends a quantile is looked for at least that is not between them, relative to
   * their size: the ends are next to each other where a sample met a value again and again.
   */
  private static final double LEAST_ROOM = 1e-4;

  /** A bracket that a question did not make narrower than that is as narrow as it gets. */
  private static final double PROGRESS = 0.7;

  /** A bracket is closer than the wanted gap by that. */
  private static final double CLOSER = 0.1;

  private final List<Bracket> brackets;
  private final double wanted;

  /**
   * One quantile.
   *
   * @param index of its first number among all that are free
   * @param cdf of its form
   */
  private record Bracket(int index, Rational level, KernelPass cdf) {}

  private record Ends(double lower, double upper) {
    double width() {
      return upper - lower;
    }
  }

  private RiskNumbers(List<Bracket> brackets, double wanted) {
    this.brackets = brackets;
    this.wanted = wanted;
  }

  /**
   * Of a statement; there may be none in it.
   *
   * @param wanted the gap that is asked for
   */
  static RiskNumbers of(
      Statement statement,
      List<Network> networks,
      List<Truncation> truncations,
      double wanted,
      int threads,
      Stop stop) {
    List<Bracket> brackets = new ArrayList<>();
    if (statement.claim() instanceof QuantityClaim claim) {
      int index = 0;
      for (Quantity quantity : leaves(claim.quantity()).toList()) {
        if (quantity instanceof Quantity.Risk risk) {
          BandClaim band = new BandClaim(risk.form(), new EvenThresholds(POINTS));
          Statement about = statement.about(band);
          KernelPass cdf =
              new KernelPass(
                  problem(about, networks, truncations, stop), truncations, List.of(), threads);
          brackets.add(new Bracket(index, risk.level(), cdf));
        }
        index += numbers(quantity);
      }
    }
    return new RiskNumbers(brackets, wanted);
  }

  /** What a quantity is computed from, in its order. */
  static Stream<Quantity> leaves(Quantity quantity) {
    return quantity.parts().isEmpty()
        ? Stream.of(quantity)
        : quantity.parts().stream().flatMap(RiskNumbers::leaves);
  }

  /** How many numbers the kernel leaves free in a quantity. */
  private static int numbers(Quantity quantity) {
    if (quantity instanceof Quantity.Mean || quantity instanceof Quantity.Dispersion) {
      return 1;
    }
    return quantity instanceof Quantity.Association || quantity instanceof Quantity.Risk ? 2 : 0;
  }

  private static Problem problem(
      Statement statement, List<Network> networks, List<Truncation> truncations, Stop stop) {
    try {
      return Problem.of(statement, networks, truncations, stop);
    } catch (RejectedException e) {
      throw new UnsuitableException(e.getMessage(), e);
    }
  }

  /**
   * Better numbers for a tree, if there are brackets among them.
   *
   * @param run stops this altogether, while when the kernel is stopped the last numbers are taken
   */
  List<Rational> improved(List<Rational> numbers, byte[] tree, Stop run) {
    List<Rational> better = new ArrayList<>(numbers);
    for (Bracket bracket : brackets) {
      Ends ends =
          new Ends(
              numbers.get(bracket.index).doubleFloor(),
              numbers.get(bracket.index + 1).doubleFloor());
      Ends found = narrowed(bracket, ends, tree, run);
      better.set(bracket.index, Rational.ofDouble(found.lower));
      better.set(bracket.index + 1, Rational.ofDouble(found.upper));
    }
    return better;
  }

  private Ends narrowed(Bracket bracket, Ends first, byte[] tree, Stop run) {
    Ends ends = first;
    for (int question = 0; question < MOST_QUESTIONS; question++) {
      Ends next;
      try {
        next = asked(bracket, ends, tree);
      } catch (StoppedException e) {
        run.check();
        return ends;
      }
      boolean isInside = next.lower >= ends.lower && next.upper <= ends.upper;
      boolean isDone =
          next.equals(ends)
              || (isInside
                  && (next.width() <= CLOSER * wanted || next.width() > PROGRESS * ends.width()));
      ends = next;
      if (isDone) {
        break;
      }
    }
    return ends;
  }

  /** The narrowest bracket among evenly spaced thresholds, or beyond them where there is none. */
  private static Ends asked(Bracket bracket, Ends ends, byte[] tree) {
    List<Rational> thresholds = spaced(ends);
    KernelPass pass = bracket.cdf.with(thresholds);
    List<Enclosure> cdf = pass.bounds(new ByteArrayInputStream(tree)).bounds();
    double lower = Double.NaN;
    double upper = Double.NaN;
    for (int k = 0; k < cdf.size(); k++) {
      if (cdf.get(k).upper().compareTo(bracket.level) < 0) {
        lower = thresholds.get(k).doubleFloor();
      }
      if (Double.isNaN(upper) && cdf.get(k).lower().compareTo(bracket.level) >= 0) {
        upper = thresholds.get(k).doubleFloor();
      }
    }
    double least = thresholds.get(0).doubleFloor();
    double greatest = thresholds.get(POINTS - 1).doubleFloor();
    double size = Math.max(1, Math.max(Math.abs(least), Math.abs(greatest)));
    double room = Math.max(2 * (greatest - least), LEAST_ROOM * size);
    return new Ends(
        Double.isNaN(lower) ? ends.lower - room : lower,
        Double.isNaN(upper) ? ends.upper + room : upper);
  }

  private static List<Rational> spaced(Ends ends) {
    List<Rational> thresholds = new ArrayList<>();
    double last = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < POINTS; k++) {
      double share = (double) k / (POINTS - 1);
      double t = (1 - share) * ends.lower + share * ends.upper;
      last = Math.max(t, Math.nextUp(last));
      thresholds.add(Rational.ofDouble(last));
    }
    return thresholds;
  }
}
