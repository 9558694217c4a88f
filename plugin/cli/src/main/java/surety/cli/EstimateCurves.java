package surety.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.cli.report.EstimateCurve;
import surety.language.Obligation;
import surety.language.evaluation.EventText;
import surety.solver.estimate.EstimateTable;
import surety.solver.estimate.EstimateTable.Way;
import surety.solver.estimate.Estimates;

/** The cdfs of the forms of one property or query, for a picture. */
final class EstimateCurves {
  private static final int POINTS = 81;

  private final Obligation asked;
  private final EstimateSubject subject;
  private final Estimates estimates;
  private final GuaranteedBounds guaranteed;

  EstimateCurves(
      Obligation asked, EstimateSubject subject, Estimates estimates, GuaranteedBounds guaranteed) {
    this.asked = asked;
    this.subject = subject;
    this.estimates = estimates;
    this.guaranteed = guaranteed;
  }

  /** One for each form. */
  List<EstimateCurve> all() {
    List<EstimateCurve> curves = new ArrayList<>();
    for (int i = 0; i < subject.forms().size(); i++) {
      curves.add(curve(i));
    }
    return curves;
  }

  /** Why some estimates are missing. */
  List<EstimateTable.Refused> refused() {
    return estimates.table(0, List.of(0.0)).refused();
  }

  private EstimateCurve curve(int i) {
    AffineForm form = subject.forms().get(i);
    List<Rational> thresholds = new EvenGrid(estimates).forPicture(i, POINTS);
    List<Double> numbers = thresholds.stream().map(t -> Interval.of(t).middle()).toList();
    EstimateTable table = estimates.table(i, numbers);
    Map<Way, List<Double>> lines = new EnumMap<>(Way.class);
    table.columns().forEach(column -> lines.put(column.way(), column.probabilities()));
    Optional<String> samples =
        table.columns().stream()
            .flatMap(column -> column.band().stream())
            .findFirst()
            .map(EstimateCurve::words);
    return new EstimateCurve(
        EventText.of(form, asked.outputs(), asked.inputs()),
        numbers,
        guaranteed.probabilities(List.of(form), List.of(thresholds)),
        lines,
        samples);
  }
}
