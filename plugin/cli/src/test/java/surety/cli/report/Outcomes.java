package surety.cli.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Limit;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Thresholds;
import surety.language.Kind;
import surety.language.Obligation;
import surety.language.Region;
import surety.language.WantedGap;
import surety.language.display.SearchEnd;
import surety.language.verification.Evidence;
import surety.solver.BandPoint;
import surety.solver.StopReason;
import surety.solver.witness.Witness;

/** Outcomes as a search might have had them, to try the reports with. */
final class Outcomes {
  private static final WantedGap GAP = WantedGap.parse("1e-9");
  private static final WantedGap BAND_GAP = WantedGap.parse("1e-3");
  private static final AffineForm FORM = AffineForm.ofOutput(0, 1);

  private Outcomes() {}

  /** A property {@code P(y > 1/2) < limit} with these bounds, and the verdict that follows. */
  static Outcome property(String name, String limit, double lower, double upper) {
    return property(name, limit, Dyadic.of(lower), Dyadic.of(upper), StopReason.SETTLED);
  }

  static Outcome property(
      String name, String limit, Dyadic lower, Dyadic upper, StopReason reason) {
    Limit wanted = new Limit(Comparison.LESS, Rational.parse(limit));
    Obligation obligation = obligation(name, Kind.PROPERTY, claim(Optional.of(wanted)));
    Evidence evidence =
        new Evidence(
            obligation.statement(),
            List.of(new BandPoint(Double.NaN, Bound.of(lower), Bound.of(upper))),
            0.25,
            17,
            Instant.EPOCH,
            Optional.of(new SearchEnd(reason, GAP)),
            Optional.of(Path.of("c", "s." + name + ".cert")),
            Optional.empty(),
            false,
            List.of());
    return Outcome.of(obligation, GAP, evidence);
  }

  /** A property {@code P(y > 1/2) <= 0} of an event that the search found to be impossible. */
  static Outcome impossible(String name, Dyadic upper, StopReason reason) {
    Limit none = new Limit(Comparison.LESS_OR_EQUAL, Rational.ZERO);
    Obligation obligation = obligation(name, Kind.PROPERTY, claim(Optional.of(none)));
    List<BandPoint> points = List.of(new BandPoint(Double.NaN, Bound.ZERO, Bound.of(upper)));
    Evidence evidence =
        new Evidence(
            obligation.statement(),
            points,
            0.25,
            17,
            Instant.EPOCH,
            Optional.of(new SearchEnd(reason, GAP)),
            Optional.empty(),
            Optional.empty(),
            true,
            List.of());
    return Outcome.of(obligation, GAP, evidence);
  }

  /** A query {@code P(y > 1/2) = ?} with these bounds and a witness. */
  static Outcome query(String name, double lower, double upper, String wantedGap) {
    Obligation obligation = obligation(name, Kind.QUERY, claim(Optional.empty()));
    Evidence evidence =
        evidence(
            obligation,
            WantedGap.parse(wantedGap),
            List.of(new BandPoint(Double.NaN, Bound.of(lower), Bound.of(upper))),
            StopReason.TIMEOUT,
            Optional.of(
                new Witness(List.of(Rational.of(3, 4)), List.of(Rational.of(-7, 2)), true)));
    return Outcome.of(obligation, WantedGap.parse(wantedGap), evidence);
  }

  /** A property or query about any quantity of the output with these bounds. */
  static Outcome quantity(
      String name, Quantity quantity, Optional<Requirement> required, Bound lower, Bound upper) {
    Kind kind = required.isPresent() ? Kind.PROPERTY : Kind.QUERY;
    Obligation obligation = obligation(name, kind, new QuantityClaim(quantity, required));
    Evidence evidence =
        evidence(
            obligation,
            GAP,
            List.of(new BandPoint(Double.NaN, lower, upper)),
            StopReason.TIMEOUT,
            Optional.empty());
    return Outcome.of(obligation, GAP, evidence);
  }

  /** The mean of the output. */
  static Quantity mean() {
    return new Quantity.Mean(FORM, Optional.empty());
  }

  /** A query about a quantity that an interruption kept from being begun. */
  static Outcome quantityNotBegun(String name, Quantity quantity) {
    QuantityClaim claim = new QuantityClaim(quantity, Optional.empty());
    return Outcome.stopped(obligation(name, Kind.QUERY, claim), GAP, 4.5);
  }

  /** A band whose lower bounds are {@code i / n} and whose upper bounds are {@code 2^-k} above. */
  static Outcome band(String name, int n, int k) {
    return band(name, new EvenThresholds(n), k);
  }

  static Outcome band(String name, Thresholds thresholds, int k) {
    int n =
        thresholds instanceof EvenThresholds even
            ? even.count()
            : ((ListedThresholds) thresholds).values().size();
    Obligation obligation = obligation(name, Kind.QUERY, new BandClaim(FORM, thresholds));
    List<BandPoint> points =
        IntStream.range(0, n)
            .mapToObj(i -> point(i / 8.0, (double) i / n, Math.scalb(1.0, -k)))
            .toList();
    Evidence evidence =
        evidence(obligation, BAND_GAP, points, StopReason.GAP_REACHED, Optional.empty());
    return Outcome.of(obligation, BAND_GAP, evidence);
  }

  /** A property that an interruption kept from being begun. */
  static Outcome notBegun(String name) {
    Limit limit = new Limit(Comparison.LESS, Rational.of(1, 3));
    Obligation obligation = obligation(name, Kind.PROPERTY, claim(Optional.of(limit)));
    return Outcome.stopped(obligation, GAP, 0);
  }

  /** A query that an interruption kept from being begun: of a cdf, or of a probability. */
  static Outcome queryNotBegun(String name, boolean isBand) {
    Claim claim = isBand ? new BandClaim(FORM, new EvenThresholds(20)) : claim(Optional.empty());
    return Outcome.stopped(obligation(name, Kind.QUERY, claim), GAP, 4.5);
  }

  private static BandPoint point(double t, double lower, double gap) {
    return new BandPoint(t, Bound.of(lower), Bound.of(Dyadic.of(lower).plus(Dyadic.of(gap))));
  }

  private static QuantityClaim claim(Optional<Limit> limit) {
    return new QuantityClaim(new Atom(FORM, Comparison.GREATER, Rational.of(1, 2)), limit);
  }

  private static Obligation obligation(String name, Kind kind, Claim claim) {
    Statement statement =
        new Statement(
            "0".repeat(64),
            List.of(new RandomInput(Distribution.parse("uniform(0, 1)"))),
            1,
            claim);
    return new Obligation(
        name,
        Optional.of("the title of " + name),
        kind,
        List.of(Path.of("net.onnx")),
        statement,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "P(y > 0.5)",
        new Region(1, 1, 1),
        List.of("x"),
        List.of("y"));
  }

  private static Evidence evidence(
      Obligation obligation,
      WantedGap wanted,
      List<BandPoint> points,
      StopReason reason,
      Optional<Witness> witness) {
    return new Evidence(
        obligation.statement(),
        points,
        0.25,
        17,
        Instant.EPOCH,
        Optional.of(new SearchEnd(reason, wanted)),
        Optional.empty(),
        witness,
        false,
        List.of());
  }
}
