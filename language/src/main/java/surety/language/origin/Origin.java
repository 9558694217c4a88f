package surety.language.origin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.statement.RandomInput;
import surety.language.display.ShareText;
import surety.language.verification.Evidence;
import surety.language.verification.VerificationState;
import surety.solver.HeavyCell;

/**
 * Where the probability of an event comes from, or that of its complement if it does not happen
 * often enough. All of it but the witness is an estimate.
 *
 * @param isInside whether the event happens there, else its complement
 * @param names of all inputs, random or not
 * @param inputs the random ones
 * @param parts boxes of these, no two of them equal, the heaviest first; at least one
 * @param witness the random inputs of one for which it happens
 */
public record Origin(
    boolean isInside,
    List<String> names,
    List<InputRange> inputs,
    List<Part> parts,
    Optional<List<Double>> witness) {
  /** What has less, compared with the heaviest box, is not shown: nobody looks for it. */
  private static final double LEAST = 1e-5;

  /**
   * A box of inputs with much of the probability.
   *
   * @param sides one for each random input
   * @param probability that the inputs are there and it happens
   * @param share the same as a part of all of it; nothing if that is not known well enough
   * @param relative the same as a part of that of the heaviest box, from 0 to 1
   */
  public record Part(
      List<HeavyCell.Side> sides,
      BigDecimal probability,
      Optional<BigDecimal> share,
      double relative) {
    /** Keeps its own list. */
    public Part {
      sides = List.copyOf(sides);
    }

    /** For instance {@code 24.9 %}; the probability if no share is known. */
    public String words() {
      return share.map(ShareText::percent).orElseGet(() -> ShareText.few(probability));
    }

    double lower(int q) {
      return sides.get(q).lower();
    }

    double upper(int q) {
      return sides.get(q).upper();
    }
  }

  /** Keeps copies, and refuses what shows nothing. */
  public Origin {
    names = List.copyOf(names);
    inputs = List.copyOf(inputs);
    parts = List.copyOf(parts);
    if (inputs.isEmpty() || parts.isEmpty()) {
      throw new IllegalArgumentException("no box of random inputs, so nothing to show");
    }
  }

  /**
   * Whether it is about the event: of one that is not likely enough, the rest is what matters, and
   * an input for which it happens explains nothing.
   */
  public static boolean isInside(Evidence evidence) {
    return evidence.state() != VerificationState.VIOLATED || evidence.isTooLarge();
  }

  /**
   * What a search found; nothing if it found no boxes, or inputs depend on each other.
   *
   * @param names of all inputs
   */
  public static Optional<Origin> of(Evidence evidence, List<String> names) {
    List<HeavyCell> cells = evidence.heaviest();
    boolean areIndependent = evidence.statement().law().independentInputs().isPresent();
    if (!areIndependent || cells.isEmpty() || cells.get(0).sides().isEmpty()) {
      return Optional.empty();
    }
    boolean isInside = isInside(evidence);
    List<Part> parts = parts(evidence, isInside);
    Optional<List<Double>> witness =
        evidence
            .witness()
            .filter(w -> isInside)
            .map(
                w ->
                    cells.get(0).sides().stream()
                        .map(side -> Interval.of(w.inputs().get(side.input())).middle())
                        .toList());
    return Optional.of(
        new Origin(isInside, names, ranges(evidence, parts, names, witness), parts, witness));
  }

  /** Of cells with the same box the sum: two triangles make a square. */
  private static List<Part> parts(Evidence evidence, boolean isInside) {
    Map<List<HeavyCell.Side>, BigDecimal> sums = new LinkedHashMap<>();
    for (HeavyCell cell : evidence.heaviest()) {
      sums.merge(cell.sides(), cell.probability(), BigDecimal::add);
    }
    BigDecimal greatest = sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
    Bound lower = isInside ? evidence.lower() : complement(evidence.upper());
    Bound upper = isInside ? evidence.upper() : complement(evidence.lower());
    return sums.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(
            sum ->
                new Part(
                    sum.getKey(),
                    sum.getValue(),
                    ShareText.share(sum.getValue(), lower, upper),
                    sum.getValue().divide(greatest, MathContext.DECIMAL64).doubleValue()))
        .filter(part -> part.relative() >= LEAST)
        .toList();
  }

  private static Bound complement(Bound bound) {
    return Bound.of(Dyadic.ONE.minus(bound.dyadic()));
  }

  private static List<InputRange> ranges(
      Evidence evidence, List<Part> parts, List<String> names, Optional<List<Double>> witness) {
    List<InputRange> ranges = new ArrayList<>();
    for (int q = 0; q < parts.get(0).sides().size(); q++) {
      int side = q;
      int input = parts.get(0).sides().get(q).input();
      RandomInput random = (RandomInput) evidence.statement().inputs().get(input);
      List<Double> shown = new ArrayList<>();
      parts.forEach(part -> shown.addAll(List.of(part.lower(side), part.upper(side))));
      witness.ifPresent(w -> shown.add(w.get(side)));
      ranges.add(InputRange.of(names.get(input), random.distribution(), shown));
    }
    return ranges;
  }

  /** How much of all of it is in the boxes; nothing if that is not known. */
  public Optional<BigDecimal> covered() {
    return parts.stream()
        .map(Part::share)
        .reduce(Optional.of(BigDecimal.ZERO), (sum, share) -> sum.flatMap(s -> share.map(s::add)));
  }

  /** What is shown, and how much of it there is. */
  public String heading() {
    String what = "where it " + (isInside ? "happens" : "does not happen") + " (estimated): ";
    String plural = parts.size() == 1 ? "1 box" : parts.size() + " boxes";
    return what
        + covered()
            .map(share -> ShareText.percent(share.min(BigDecimal.ONE)) + " in " + plural)
            .orElse(plural + ", shares unknown");
  }

  /** The parts with the largest boxes first, so that what is drawn later hides none. */
  List<Part> largestFirst() {
    return IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparingDouble(k -> -size(parts.get(k))))
        .map(parts::get)
        .toList();
  }

  private double size(Part part) {
    double size = 1;
    for (int q = 0; q < inputs.size(); q++) {
      InputRange range = inputs.get(q);
      size *= (range.clip(part.upper(q)) - range.clip(part.lower(q))) / (range.to() - range.from());
    }
    return size;
  }
}
