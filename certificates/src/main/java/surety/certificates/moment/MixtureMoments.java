package surety.certificates.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.FormMoments;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Threshold;
import surety.certificates.stop.Stop;

/** Moments under a law of normal components: the sums of theirs, with the components' weights. */
final class MixtureMoments implements FormMoments {
  private final Stop stop;
  private final List<Interval> weights = new ArrayList<>();
  private final List<LinearisedMoments> components = new ArrayList<>();

  /** Of a problem. */
  MixtureMoments(Problem problem, NormalLaw law, boolean isTangent) {
    this.stop = problem.stop();
    int segments = ActivatedNormal.segments(problem.graph(), law.components().size());
    for (NormalLaw.Component component : law.components()) {
      SurrogateNetwork network =
          SurrogateNetwork.of(problem.graph(), component, isTangent, segments, stop);
      weights.add(component.weight());
      components.add(new LinearisedMoments(network, isTangent, problem.forms()));
    }
  }

  private Interval sum(Function<LinearisedMoments, Interval> number) {
    Interval sum = Interval.ZERO;
    for (int k = 0; k < components.size(); k++) {
      stop.check();
      sum = sum.plus(weights.get(k).times(number.apply(components.get(k))));
    }
    return sum;
  }

  @Override
  public Interval first(int form, double centre) {
    return sum(moments -> moments.first(form, centre));
  }

  @Override
  public Interval second(int first, double a, int second, double b) {
    return sum(moments -> moments.second(first, a, second, b));
  }

  @Override
  public Interval probability(int form, Threshold threshold) {
    Interval sum = sum(moments -> moments.probability(form, threshold));
    return new Interval(Math.min(1, sum.lower()), Math.min(1, sum.upper()));
  }

  @Override
  public Interval excess(int form, double t) {
    return sum(moments -> moments.excess(form, t));
  }
}
