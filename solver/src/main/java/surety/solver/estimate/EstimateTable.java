package surety.solver.estimate;

import java.util.List;
import java.util.Optional;

/**
 * Estimates of one form, by several ways beside each other; none is guaranteed, and none decides a
 * verdict.
 *
 * @param form its canonical text
 * @param thresholds in the order in which they were asked
 * @param columns one for each way that could be gone
 * @param refused the ways that could not
 */
public record EstimateTable(
    String form, List<Double> thresholds, List<Column> columns, List<Refused> refused) {
  /** Keeps its own lists. */
  public EstimateTable {
    thresholds = List.copyOf(thresholds);
    columns = List.copyOf(columns);
    refused = List.copyOf(refused);
    for (Column column : columns) {
      if (column.probabilities.size() != thresholds.size()) {
        throw new EstimateException("there is a probability for each threshold");
      }
    }
  }

  /** How something is estimated. */
  public enum Way {
    /** {@link LinearisedNetwork}. */
    LINEAR,
    /** {@link MomentMatching}. */
    MATCHING,
    /** {@link GaussianCopula}, of the linearised network: for pairs of forms. */
    COPULA,
    /** {@link Sampling}. */
    SAMPLING
  }

  /**
   * What one way gives.
   *
   * @param probabilities that the form is at most each threshold
   * @param band only of sampling
   */
  public record Column(
      Way way, double mean, double deviation, List<Double> probabilities, Optional<Band> band) {
    /** Keeps its own list. */
    public Column {
      probabilities = List.copyOf(probabilities);
    }
  }

  /**
   * By how much the probabilities of a column are off at most, all of them together, with some
   * confidence.
   *
   * @param samples from so many samples
   */
  public record Band(double halfWidth, double confidence, int samples) {}

  /** Why a way could not be gone. */
  public record Refused(Way way, String reason) {}

  /**
   * Estimates of two forms together.
   *
   * @param form the canonical text of one
   * @param other that of the other
   * @param pairs of thresholds
   * @param columns one for each way that could be gone
   */
  public record Joint(String form, String other, List<Pair> pairs, List<JointColumn> columns) {
    /** Keeps its own lists. */
    public Joint {
      pairs = List.copyOf(pairs);
      columns = List.copyOf(columns);
    }
  }

  /** A threshold for each of two forms. */
  public record Pair(double threshold, double otherThreshold) {}

  /**
   * What one way gives for two forms.
   *
   * @param correlation of both forms; empty if one of them is constant
   * @param probabilities that both are at most their thresholds
   */
  public record JointColumn(Way way, Optional<Double> correlation, List<Double> probabilities) {
    /** Keeps its own list. */
    public JointColumn {
      probabilities = List.copyOf(probabilities);
    }
  }
}
