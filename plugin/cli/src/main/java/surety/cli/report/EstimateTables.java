package surety.cli.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import surety.certificates.arithmetic.Enclosure;
import surety.language.Obligation;
import surety.solver.estimate.EstimateTable;
import surety.solver.estimate.EstimateTable.Way;

/**
 * Estimates about one property or query beside guaranteed bounds of the same numbers. It has no
 * verdict: an estimate decides nothing.
 *
 * @param tables one for each form, then one for each pair of forms
 * @param notes what there is to say about the guaranteed bounds
 */
public record EstimateTables(Obligation asked, List<Table> tables, List<String> notes) {
  /** Takes copies. */
  public EstimateTables {
    Objects.requireNonNull(asked);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  /** What is estimated. */
  public enum Kind {
    MEAN("mean"),
    DEVIATION("standard deviation"),
    PROBABILITY("probability"),
    COVARIANCE("covariance"),
    CORRELATION("correlation");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }

  /**
   * One table.
   *
   * @param forms the one form, or two, with the names of variables
   * @param ways its columns
   * @param refused ways that could not be gone, and why
   * @param band what the samples' share may be off at most; not of pairs, and only with samples
   */
  public record Table(
      List<String> forms,
      List<Way> ways,
      List<Row> rows,
      List<EstimateTable.Refused> refused,
      Optional<EstimateTable.Band> band) {
    /** Takes copies. */
    public Table {
      forms = List.copyOf(forms);
      ways = List.copyOf(ways);
      rows = List.copyOf(rows);
      refused = List.copyOf(refused);
      Objects.requireNonNull(band);
    }

    /** What it is about, for a heading. */
    public String subject() {
      return String.join(" and ", forms);
    }
  }

  /**
   * One number, by all ways.
   *
   * @param at of a probability, the threshold of each form
   * @param guaranteed bounds of the kernel
   * @param estimates of those ways that give it
   */
  public record Row(
      Kind kind, List<BigDecimal> at, Enclosure guaranteed, Map<Way, Estimate> estimates) {
    /** Takes copies. */
    public Row {
      Objects.requireNonNull(kind);
      at = List.copyOf(at);
      Objects.requireNonNull(guaranteed);
      estimates = Map.copyOf(estimates);
    }
  }

  /**
   * A number without a guarantee.
   *
   * @param isOutside whether it is outside of the guaranteed bounds, and so wrong for sure
   */
  public record Estimate(double value, boolean isOutside) {
    /** By so much of the size of a number its estimate may be off by rounding only. */
    private static final double ROUNDING = 1e-9;

    /**
     * With a look at the guaranteed bounds; what rounding may explain is not outside of them.
     *
     * @param scale what its rounding is measured by, if that is more than itself
     */
    public static Estimate of(double value, double scale, Enclosure guaranteed) {
      double rounding = ROUNDING * Math.max(Math.abs(value), finite(scale));
      boolean isBelow = value < guaranteed.lower().doubleFloor() - rounding;
      boolean isAbove = value > guaranteed.upper().doubleCeiling() + rounding;
      return new Estimate(value, Double.isFinite(value) && (isBelow || isAbove));
    }

    private static double finite(double scale) {
      return Double.isFinite(scale) ? Math.abs(scale) : 0;
    }

    /** Whether there is one: a mean that is no number is none. */
    public boolean isThere() {
      return Double.isFinite(value);
    }
  }

  /** What was to be estimated and is not, with the reason for the end of a sentence. */
  public record LeftOut(String name, String reason) {}
}
