package surety.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Quantity;
import surety.cli.report.EstimateTables.Estimate;
import surety.cli.report.EstimateTables.Kind;
import surety.cli.report.EstimateTables.Row;
import surety.cli.report.EstimateTables.Table;
import surety.language.Obligation;
import surety.language.display.Decimals;
import surety.language.evaluation.EventText;
import surety.solver.estimate.EstimateTable;
import surety.solver.estimate.EstimateTable.Way;
import surety.solver.estimate.EstimatedForms;
import surety.solver.estimate.Estimates;

/** Puts the estimates of one property or query beside guaranteed bounds. */
final class EstimateSearch {
  /** Thresholds of each form in a table of two, where none are named. */
  private static final int OF_TWO = 3;

  private final Obligation asked;
  private final EstimateSubject subject;
  private final Estimates estimates;
  private final GuaranteedBounds guaranteed;

  EstimateSearch(
      Obligation asked, EstimateSubject subject, Estimates estimates, GuaranteedBounds guaranteed) {
    this.asked = asked;
    this.subject = subject;
    this.estimates = estimates;
    this.guaranteed = guaranteed;
  }

  /** How many guaranteed bounds the tables of a subject ask for, one after the other. */
  static int searches(EstimateSubject subject) {
    int pairs = subject.pairs().stream().mapToInt(pair -> pair.isJoint() ? 3 : 2).sum();
    return 3 * subject.forms().size() + pairs;
  }

  /** All tables. */
  List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < subject.forms().size(); i++) {
      tables.add(table(i));
    }
    subject.pairs().forEach(pair -> tables.add(table(pair)));
    return tables;
  }

  private List<Rational> thresholds(int form, int even) {
    List<Rational> listed = subject.listed(subject.forms().get(form));
    return listed.isEmpty() ? new EvenGrid(estimates).forTable(form, even) : listed;
  }

  /** The table of one form. */
  private Table table(int i) {
    AffineForm form = subject.forms().get(i);
    List<Rational> thresholds = thresholds(i, subject.even(form));
    EstimateTable table =
        estimates.table(i, thresholds.stream().map(EstimateSearch::nearest).toList());
    List<Row> rows = new ArrayList<>();
    Enclosure mean = guaranteed.of(new Quantity.Mean(form, Optional.empty()));
    rows.add(row(Kind.MEAN, mean, table, EstimateTable.Column::mean));
    Enclosure deviation = guaranteed.of(new Quantity.Dispersion(Quantity.Spread.DEVIATION, form));
    rows.add(row(Kind.DEVIATION, deviation, table, EstimateTable.Column::deviation));
    List<Enclosure> bounds = guaranteed.probabilities(List.of(form), List.of(thresholds));
    for (int k = 0; k < thresholds.size(); k++) {
      Map<Way, Estimate> row = new EnumMap<>(Way.class);
      for (EstimateTable.Column column : table.columns()) {
        row.put(column.way(), Estimate.of(column.probabilities().get(k), 0, bounds.get(k)));
      }
      rows.add(new Row(Kind.PROBABILITY, decimals(List.of(thresholds.get(k))), bounds.get(k), row));
    }
    List<Way> ways = table.columns().stream().map(EstimateTable.Column::way).toList();
    Optional<EstimateTable.Band> band =
        table.columns().stream().flatMap(column -> column.band().stream()).findFirst();
    return new Table(List.of(text(form)), ways, rows, refused(table), band);
  }

  /** Who asks for the copula alone is told why there is nothing. */
  private static List<EstimateTable.Refused> refused(EstimateTable table) {
    return table.columns().isEmpty() && table.refused().isEmpty()
        ? List.of(
            new EstimateTable.Refused(
                Way.COPULA, "it is of two sums together; of one sum it is what linear says"))
        : table.refused();
  }

  private interface Moment {
    double of(EstimateTable.Column column);
  }

  private static Row row(Kind kind, Enclosure bounds, EstimateTable table, Moment moment) {
    Map<Way, Estimate> row = new EnumMap<>(Way.class);
    for (EstimateTable.Column column : table.columns()) {
      row.put(column.way(), Estimate.of(moment.of(column), column.deviation(), bounds));
    }
    return new Row(kind, List.of(), bounds, row);
  }

  /** The table of two forms. */
  private Table table(EstimateSubject.Pair pair) {
    int i = subject.forms().indexOf(pair.form());
    int j = subject.forms().indexOf(pair.other());
    List<Row> rows = new ArrayList<>();
    rows.add(association(Quantity.Dependence.COVARIANCE, pair, i, j));
    rows.add(association(Quantity.Dependence.CORRELATION, pair, i, j));
    if (pair.isJoint()) {
      rows.addAll(joint(pair, i, j));
    }
    Set<Way> ways = EnumSet.noneOf(Way.class);
    rows.forEach(row -> ways.addAll(row.estimates().keySet()));
    return new Table(
        List.of(text(pair.form()), text(pair.other())),
        List.copyOf(ways),
        rows,
        List.of(),
        Optional.empty());
  }

  private Row association(Quantity.Dependence dependence, EstimateSubject.Pair pair, int i, int j) {
    Enclosure bounds =
        guaranteed.of(new Quantity.Association(dependence, pair.form(), pair.other()));
    boolean isCorrelation = dependence == Quantity.Dependence.CORRELATION;
    Map<Way, Estimate> row = new EnumMap<>(Way.class);
    for (Way way : Way.values()) {
      Optional<EstimatedForms> found = estimates.by(way);
      if (found.isPresent()) {
        double size = found.get().deviation(i) * found.get().deviation(j);
        double covariance = found.get().covariance(i, j);
        // a constant has no correlation: 0 by 0 is no number
        double value = isCorrelation ? covariance / size : covariance;
        row.put(way, Estimate.of(value, isCorrelation ? 1 : size, bounds));
      }
    }
    Kind kind = isCorrelation ? Kind.CORRELATION : Kind.COVARIANCE;
    return new Row(kind, List.of(), bounds, row);
  }

  private List<Row> joint(EstimateSubject.Pair pair, int i, int j) {
    List<List<Rational>> axes = List.of(thresholds(i, OF_TWO), thresholds(j, OF_TWO));
    List<List<Rational>> points = BandClaim.grid(axes);
    List<Enclosure> bounds = guaranteed.probabilities(List.of(pair.form(), pair.other()), axes);
    EstimateTable.Joint joint =
        estimates.joint(
            i,
            j,
            points.stream()
                .map(p -> new EstimateTable.Pair(nearest(p.get(0)), nearest(p.get(1))))
                .toList());
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < points.size(); k++) {
      Map<Way, Estimate> row = new HashMap<>();
      for (EstimateTable.JointColumn column : joint.columns()) {
        row.put(column.way(), Estimate.of(column.probabilities().get(k), 0, bounds.get(k)));
      }
      rows.add(new Row(Kind.PROBABILITY, decimals(points.get(k)), bounds.get(k), row));
    }
    return rows;
  }

  private String text(AffineForm form) {
    return EventText.of(form, asked.outputs(), asked.inputs());
  }

  private static List<BigDecimal> decimals(List<Rational> numbers) {
    return numbers.stream().map(Decimals::nearest).toList();
  }

  private static double nearest(Rational number) {
    return Interval.of(number).middle();
  }
}
