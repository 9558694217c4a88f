package surety.solver;

import java.util.List;
import java.util.function.Function;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.statement.Event;
import surety.certificates.statement.Quantity;
import surety.solver.search.PlainEvent;
import surety.solver.search.RareEvents;

/**
 * A sample that meets what is rare in a quantity and matters to it nevertheless: conditions, events
 * in a quotient, and the tail beyond a quantile.
 */
final class RareSample {
  /** An event that fewer points meet is rare. */
  private static final int FEW = 16;

  /** A smaller tail is rare. */
  private static final double RARE_TAIL = 0.01;

  /** How much rarer what is looked for next may be, and less rare than the tail in the end. */
  private static final double STEP = 100;

  private static final double AROUND_TAIL = 10;

  private final Problem problem;
  private final Function<PlainEvent, List<RareEvents.Point>> rare;
  private RowSample sample;

  /**
   * To begin with.
   *
   * @param sample spread like the inputs
   * @param rare finds points of an event
   */
  RareSample(Problem problem, RowSample sample, Function<PlainEvent, List<RareEvents.Point>> rare) {
    this.problem = problem;
    this.sample = sample;
    this.rare = rare;
  }

  /** With points of all that is rare in a quantity, as far as they are found. */
  RowSample of(Quantity quantity) {
    meet(quantity, false);
    return sample;
  }

  /** With points of one event, if it is rare and they are found. */
  RowSample of(PlainEvent event) {
    meet(event);
    return sample;
  }

  private void meet(Quantity quantity, boolean isInQuotient) {
    if (quantity instanceof Quantity.Probability p) {
      p.given().ifPresent(this::meet);
      if (isInQuotient) {
        meet(p.event());
      }
    } else if (quantity instanceof Quantity.Mean mean) {
      mean.given().ifPresent(this::meet);
    } else if (quantity instanceof Quantity.Risk risk) {
      meetTail(risk);
    }
    boolean isQuotient =
        quantity instanceof Quantity.Arithmetic arithmetic
            && arithmetic.operator() == Operator.DIVIDED_BY;
    quantity.parts().forEach(part -> meet(part, isInQuotient || isQuotient));
  }

  private void meet(Event event) {
    meet(PlainObjective.plain(problem.event(event)));
  }

  private void meet(PlainEvent event) {
    if (sample.count(event) < FEW) {
      List<RareEvents.Point> points = rare.apply(event);
      if (!points.isEmpty()) {
        sample = sample.with(event, points);
      }
    }
  }

  /** From one threshold to the next, each with a part of the mass beyond that the last one had. */
  private void meetTail(Quantity.Risk risk) {
    int row = problem.integrated(risk.form());
    Rational rest = Rational.ONE.minus(risk.level());
    boolean isUpper = rest.compareTo(risk.level()) < 0;
    double tail = (isUpper ? rest : risk.level()).doubleFloor();
    double mass = STEP * STEP / sample.points().size();
    while (tail < RARE_TAIL && AROUND_TAIL * tail < mass / 2) {
      double next = Math.max(AROUND_TAIL * tail, mass / STEP);
      RowSample.Values values = sample.values(row);
      double threshold = isUpper ? values.above(next) : values.below(next);
      PlainEvent.Comparison below = new PlainEvent.Comparison(row, threshold, !isUpper);
      PlainEvent beyond = isUpper ? new PlainEvent.Not(below) : below;
      List<RareEvents.Point> points = rare.apply(beyond);
      double met = points.stream().mapToDouble(RareEvents.Point::mass).sum();
      if (points.isEmpty() || met > mass / 2 || met < next / 2) {
        return; // there is nothing further out, or there was no time for all of it
      }
      sample = sample.with(beyond, points);
      mass = met;
    }
  }
}
