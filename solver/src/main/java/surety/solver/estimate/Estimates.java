package surety.solver.estimate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.solver.estimate.EstimateTable.Way;
import surety.solver.layers.LayersException;

/**
 * Estimates of several forms by several ways, each of which is gone once; {@link #table} and {@link
 * #joint} then only look up. A way that refuses leaves the others as they are.
 */
public final class Estimates {
  private final List<AffineForm> forms;
  private final Map<Way, EstimatedForms> found = new EnumMap<>(Way.class);
  private final Map<Way, String> refused = new EnumMap<>(Way.class);
  private Optional<GaussianCopula> copula = Optional.empty();

  private Estimates(List<AffineForm> forms) {
    this.forms = List.copyOf(forms);
  }

  /** One way. */
  private interface Attempt {
    void go();
  }

  /**
   * Goes all the ways.
   *
   * @param ways one at least
   * @param options of the samples, if there are any
   * @param progress told the number of samples drawn, now and then
   * @throws EstimateException if there is no form or no way, or all ways refuse
   */
  public static Estimates of(
      Network network,
      Law law,
      List<AffineForm> forms,
      Set<Way> ways,
      Sampling.Options options,
      IntConsumer progress,
      Stop stop) {
    if (ways.isEmpty()) {
      throw new EstimateException("an estimate needs at least one way: linear, matching, sampling");
    }
    FormRows.of(network, forms); // a form that does not fit is no matter of ways
    Estimates all = new Estimates(forms);
    if (ways.contains(Way.LINEAR) || ways.contains(Way.COPULA)) {
      Way first = ways.contains(Way.LINEAR) ? Way.LINEAR : Way.COPULA;
      all.attempt(first, () -> all.linearise(network, law, ways, stop));
    }
    if (ways.contains(Way.MATCHING)) {
      all.attempt(
          Way.MATCHING,
          () -> all.found.put(Way.MATCHING, MomentMatching.of(network, law, forms, stop)));
    }
    if (ways.contains(Way.SAMPLING)) {
      all.attempt(
          Way.SAMPLING,
          () ->
              all.found.put(
                  Way.SAMPLING, Sampling.of(network, law, forms, options, progress, stop)));
    }
    if (all.found.isEmpty() && all.copula.isEmpty()) {
      throw new EstimateException(all.refused.values().iterator().next());
    }
    return all;
  }

  private void linearise(Network network, Law law, Set<Way> ways, Stop stop) {
    LinearisedNetwork linear = LinearisedNetwork.of(network, law, forms, stop);
    if (ways.contains(Way.LINEAR)) {
      found.put(Way.LINEAR, linear);
    }
    if (ways.contains(Way.COPULA)) {
      attempt(Way.COPULA, () -> copula = Optional.of(GaussianCopula.of(linear, stop)));
    }
  }

  private void attempt(Way way, Attempt attempt) {
    try {
      attempt.go();
    } catch (EstimateException | LayersException e) {
      refused.put(way, e.getMessage());
    }
  }

  /** What a way gives; empty if it was not gone, or refused. The copula is only for pairs. */
  public Optional<EstimatedForms> by(Way way) {
    return Optional.ofNullable(found.get(way));
  }

  /** The copula, if that way was gone. */
  public Optional<GaussianCopula> copula() {
    return copula;
  }

  /**
   * The table of one form.
   *
   * @param form its place among the forms
   * @param thresholds one at least, finite
   */
  public EstimateTable table(int form, List<Double> thresholds) {
    if (thresholds.isEmpty()) {
      throw new EstimateException("an estimate of a cdf needs at least one threshold");
    }
    thresholds.forEach(Estimates::requireFinite);
    List<EstimateTable.Column> columns = new ArrayList<>();
    found.forEach(
        (way, estimated) -> {
          ScalarLaw law = estimated.law(form);
          columns.add(
              new EstimateTable.Column(
                  way,
                  estimated.mean(form),
                  estimated.deviation(form),
                  thresholds.stream().map(law::cdf).toList(),
                  band(estimated)));
        });
    return new EstimateTable(forms.get(form).canonical(), thresholds, columns, refused());
  }

  private List<EstimateTable.Refused> refused() {
    return refused.entrySet().stream()
        .map(entry -> new EstimateTable.Refused(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static void requireFinite(double threshold) {
    if (!Double.isFinite(threshold)) {
      throw new EstimateException("a threshold is a finite number, not " + threshold);
    }
  }

  private static Optional<EstimateTable.Band> band(EstimatedForms estimated) {
    return estimated instanceof Sampling sampling
        ? Optional.of(
            new EstimateTable.Band(sampling.band(), sampling.confidence(), sampling.samples()))
        : Optional.empty();
  }

  /**
   * Numbers over which the cdf of a form is worth a picture: even, over four deviations to either
   * side of the mean by all ways.
   *
   * @param count at least 2
   */
  public List<Double> thresholds(int form, int count) {
    if (count < 2) {
      throw new EstimateException("a picture needs at least 2 thresholds, not " + count);
    }
    double lower = Double.POSITIVE_INFINITY;
    double upper = Double.NEGATIVE_INFINITY;
    List<EstimatedForms> all = new ArrayList<>(found.values());
    copula.ifPresent(c -> all.add(c.estimated()));
    for (EstimatedForms estimated : all) {
      double reach = 4 * estimated.deviation(form);
      lower = Math.min(lower, estimated.mean(form) - reach);
      upper = Math.max(upper, estimated.mean(form) + reach);
    }
    double from = lower < upper ? lower : lower - 1;
    double step = ((lower < upper ? upper : upper + 1) - from) / (count - 1);
    return IntStream.range(0, count).mapToObj(k -> from + k * step).toList();
  }

  /**
   * Two forms together, by the copula and by sampling, as far as these ways were gone.
   *
   * @param form the place of one among the forms
   * @param other that of the other
   * @param pairs of thresholds, one at least
   */
  public EstimateTable.Joint joint(int form, int other, List<EstimateTable.Pair> pairs) {
    if (pairs.isEmpty()) {
      throw new EstimateException("a joint estimate needs at least one pair of thresholds");
    }
    for (EstimateTable.Pair pair : pairs) {
      requireFinite(pair.threshold());
      requireFinite(pair.otherThreshold());
    }
    List<EstimateTable.JointColumn> columns = new ArrayList<>();
    copula.ifPresent(
        c ->
            columns.add(
                new EstimateTable.JointColumn(
                    Way.COPULA,
                    correlation(c.estimated(), form, other),
                    pairs.stream()
                        .map(p -> c.jointCdf(form, p.threshold(), other, p.otherThreshold()))
                        .toList())));
    if (found.get(Way.SAMPLING) instanceof Sampling sampling) {
      columns.add(
          new EstimateTable.JointColumn(
              Way.SAMPLING,
              correlation(sampling, form, other),
              pairs.stream()
                  .map(p -> sampling.jointCdf(form, p.threshold(), other, p.otherThreshold()))
                  .toList()));
    }
    return new EstimateTable.Joint(
        forms.get(form).canonical(), forms.get(other).canonical(), pairs, columns);
  }

  private static Optional<Double> correlation(EstimatedForms estimated, int form, int other) {
    boolean isConstant = !(estimated.deviation(form) * estimated.deviation(other) > 0);
    return isConstant ? Optional.empty() : Optional.of(estimated.correlation(form, other));
  }
}
