package surety.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.CompiledEvent;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Threshold;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.MomentsClaim;
import surety.certificates.statement.QuantityClaim;
import surety.solver.estimate.LawSample;
import surety.solver.search.BandObjective;
import surety.solver.search.JointCdf;
import surety.solver.search.Objective;
import surety.solver.search.PlainEvent;
import surety.solver.search.PlainForms;
import surety.solver.search.PointsObjective;
import surety.solver.search.ProbabilityObjective;
import surety.solver.search.RareEvents;
import surety.solver.search.ThresholdObjective;

/**
 * What a claim asks, for the search.
 *
 * @param numbers those that are free in what the claim asks: of a cdf the thresholds
 */
record PlainObjective(Objective objective, List<Rational> numbers) {
  /** How many points the first estimate of a quantity takes at most, and at least. */
  private static final int SAMPLE = 1 << 14;

  private static final int LEAST_SAMPLE = 1 << 8;

  /** The products that they may take in all, which is about a second: of a large network fewer. */
  private static final long SAMPLE_PRODUCTS = 1L << 30;

  /**
   * Whether the search's forms are minus the kernel's: of the one comparison of a probability from
   * above, so that a small probability keeps its accuracy in plain doubles.
   */
  static boolean isTurned(Problem problem) {
    return problem.statement().claim() instanceof QuantityClaim claim
        && claim
            .event()
            .map(problem::event)
            .filter(e -> e instanceof CompiledEvent.Comparison c && !c.isBelow())
            .isPresent();
  }

  /**
   * Of a problem's claim.
   *
   * @param thresholds of a cdf
   * @param rare finds points of events that are too rare for a sample
   */
  static PlainObjective of(
      Problem problem,
      List<Rational> thresholds,
      Function<PlainEvent, List<RareEvents.Point>> rare) {
    if (problem.statement().claim() instanceof BandClaim band) {
      return new PlainObjective(ofBand(problem, band, thresholds, rare), thresholds);
    }
    if (problem.statement().claim() instanceof MomentsClaim moments) {
      MomentsModel model = new MomentsModel(problem, moments, sample(problem));
      return new PlainObjective(model.objective(), model.numbers());
    }
    QuantityClaim claim = (QuantityClaim) problem.statement().claim();
    Optional<CompiledEvent> event = claim.event().map(problem::event);
    if (event.isPresent() && event.get() instanceof CompiledEvent.Comparison c) {
      Threshold threshold = c.threshold();
      return !isTurned(problem)
          ? new PlainObjective(threshold(c.form(), threshold), List.of())
          : new PlainObjective(
              new ThresholdObjective(c.form(), -value(threshold), !threshold.inclusive()),
              List.of());
    }
    if (event.isPresent()) {
      return new PlainObjective(probability(event.get()), List.of());
    }
    RowSample sample = new RareSample(problem, sample(problem), rare).of(claim.quantity());
    QuantityModel model = new QuantityModel(problem, claim.quantity(), sample);
    return new PlainObjective(model.objective(), model.numbers());
  }

  /** The forms at points that are spread like the inputs. */
  private static RowSample sample(Problem problem) {
    PlainForms forms = PlainForms.of(problem.graph(), problem.forms(), false);
    List<double[]> points =
        LawSample.of(problem.statement().law(), sampleSize(problem.graph()), problem.stop());
    return RowSample.even(
        points.stream()
            .map(
                x -> {
                  problem.stop().check();
                  return forms.evaluate(x);
                })
            .toList());
  }

  /** One over the probability of a condition, as far as that is known. */
  private static double weight(
      Problem problem, PlainEvent given, Function<PlainEvent, List<RareEvents.Point>> rare) {
    RowSample sample = new RareSample(problem, sample(problem), rare).of(given);
    double weight = 1 / sample.mean(rows -> given.holds(rows) ? 1 : 0);
    return weight <= Double.MAX_VALUE ? weight : 1;
  }

  static int sampleSize(Network graph) {
    long affordable = SAMPLE_PRODUCTS / Math.max(1, graph.products());
    return (int) Math.max(LEAST_SAMPLE, Math.min(SAMPLE, affordable));
  }

  private static Objective threshold(int form, Threshold threshold) {
    return new ThresholdObjective(form, value(threshold), threshold.inclusive());
  }

  private static Objective probability(CompiledEvent event) {
    return new ProbabilityObjective(plain(event));
  }

  private static double value(Threshold threshold) {
    double middle = 0.5 * threshold.inner() + 0.5 * threshold.outer();
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, middle));
  }

  /** What always or never happens needs no search. */
  private static Objective ofBand(
      Problem problem,
      BandClaim band,
      List<Rational> thresholds,
      Function<PlainEvent, List<RareEvents.Point>> rare) {
    if (band.forms().size() > 1 || band.given().isPresent()) {
      List<JointCdf.Axis> axes = new ArrayList<>();
      for (int i = 0; i < band.forms().size(); i++) {
        axes.add(axis(problem, band.forms().get(i), band.byForm(thresholds).get(i)));
      }
      return band.given()
          .map(problem::event)
          .map(given -> new JointCdf(axes, plain(given), weight(problem, plain(given), rare)))
          .orElseGet(() -> new JointCdf(axes, PlainEvent.always()));
    }
    List<ThresholdObjective> open = new ArrayList<>();
    for (Rational threshold : thresholds) {
      CompiledEvent event = problem.event(band.at(List.of(threshold)));
      if (event instanceof CompiledEvent.Comparison c) {
        open.add(new ThresholdObjective(c.form(), value(c.threshold()), true));
      }
    }
    if (open.isEmpty()) {
      return new ThresholdObjective(Double.MAX_VALUE, true);
    }
    return open.size() > PointsObjective.MOST
        ? new BandObjective(
            open.get(0).row(), open.stream().mapToDouble(ThresholdObjective::value).toArray())
        : new PointsObjective(open);
  }

  private static JointCdf.Axis axis(Problem problem, AffineForm form, List<Rational> thresholds) {
    List<CompiledEvent.Comparison> open = new ArrayList<>();
    int always = 0;
    for (Rational threshold : thresholds) {
      CompiledEvent event = problem.event(new Atom(form, Comparison.LESS_OR_EQUAL, threshold));
      if (event instanceof CompiledEvent.Comparison c) {
        open.add(c);
      } else if (event.equals(CompiledEvent.Decided.ALWAYS)) {
        always++;
      }
    }
    double[] values = open.stream().mapToDouble(c -> value(c.threshold())).toArray();
    return open.isEmpty()
        ? new JointCdf.Axis(0, true, values, always)
        : new JointCdf.Axis(open.get(0).form(), open.get(0).isBelow(), values, always);
  }

  /** An event in plain doubles. */
  static PlainEvent plain(CompiledEvent event) {
    if (event instanceof CompiledEvent.Decided decided) {
      return decided.happens() ? PlainEvent.always() : PlainEvent.never();
    }
    if (event instanceof CompiledEvent.Comparison c) {
      PlainEvent below =
          new PlainEvent.Comparison(c.form(), value(c.threshold()), c.threshold().inclusive());
      return c.isBelow() ? below : new PlainEvent.Not(below);
    }
    CompiledEvent.Combination of = (CompiledEvent.Combination) event;
    List<PlainEvent> parts = of.parts().stream().map(PlainObjective::plain).toList();
    return of.all() ? new PlainEvent.And(parts) : new PlainEvent.Or(parts);
  }
}
