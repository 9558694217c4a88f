package surety.language.verification;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;
import surety.language.Kind;
import surety.language.Obligation;
import surety.language.Region;
import surety.language.WantedGap;
import surety.language.display.SearchEnd;
import surety.solver.BandPoint;
import surety.solver.HeavyCell;
import surety.solver.Progress;
import surety.solver.StopReason;
import surety.solver.witness.Witness;

/** What is known of properties and queries, without anything that would find it out. */
public final class Known {
  /** When it was found. */
  public static final Instant THEN = Instant.parse("2026-11-22T12:00:00Z");

  private final String name;
  private final String claim;
  private Optional<String> title = Optional.empty();
  private int line = 1;
  private List<BandPoint> points = List.of();
  private Optional<Path> certificate = Optional.empty();
  private Optional<Witness> witness = Optional.empty();
  private boolean impossible;
  private Optional<SearchEnd> stopped = end(StopReason.SETTLED, "1e-9");
  private List<HeavyCell> heaviest = List.of();
  private Instant when = THEN;

  private Known(String name, String claim) {
    this.name = name;
    this.claim = claim;
  }

  /** Of a claim in the words of statements, about one output of one uniform input. */
  public static Known of(String name, String claim) {
    return new Known(name, claim);
  }

  public Known titled(String words) {
    title = Optional.of(words);
    return this;
  }

  public Known inLine(int number) {
    line = number;
    return this;
  }

  public Known point(double t, double lower, double upper) {
    return point(t, Bound.of(lower), Bound.of(upper));
  }

  public Known point(double t, Bound lower, Bound upper) {
    points = new java.util.ArrayList<>(points);
    points.add(new BandPoint(t, lower, upper));
    return this;
  }

  /** Of the joint cdf of several forms. */
  public Known point(List<Double> at, double lower, double upper) {
    points = new java.util.ArrayList<>(points);
    points.add(new BandPoint(at, Bound.of(lower), Bound.of(upper)));
    return this;
  }

  public Known certificate(String file) {
    certificate = Optional.of(Path.of(file));
    return this;
  }

  public Known witness(String input, String output) {
    witness =
        Optional.of(
            new Witness(List.of(Rational.parse(input)), List.of(Rational.parse(output)), true));
    return this;
  }

  public Known impossible() {
    impossible = true;
    return this;
  }

  public Known stopped(StopReason reason, String wantedGap) {
    stopped = end(reason, wantedGap);
    return this;
  }

  private static Optional<SearchEnd> end(StopReason reason, String wantedGap) {
    return Optional.of(new SearchEnd(reason, WantedGap.parse(wantedGap)));
  }

  public Known replayed() {
    stopped = Optional.empty();
    return this;
  }

  public Known heavy(double lower, double upper, double probability) {
    heaviest = List.of(new HeavyCell(List.of(new HeavyCell.Side(0, lower, upper)), probability));
    return this;
  }

  public Known established(Instant instant) {
    when = instant;
    return this;
  }

  /** A claim as a statement; its limit may be written as a decimal. */
  public static Statement statement(String claim) {
    int end = claim.lastIndexOf(' ') + 1;
    boolean hasLimit = claim.startsWith("P(") && !claim.endsWith("= ?");
    String limit = claim.substring(end);
    try {
      return EvidenceTest.statement(
          claim.substring(0, end) + (hasLimit ? Rational.parse(limit) : limit));
    } catch (StatementException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public Obligation obligation() {
    Statement statement = statement(claim);
    boolean isQuery =
        statement.claim() instanceof BandClaim
            || (statement.claim() instanceof QuantityClaim asked && asked.requirement().isEmpty());
    return new Obligation(
        name,
        title,
        isQuery ? Kind.QUERY : Kind.PROPERTY,
        List.of(Path.of("net.onnx")),
        statement,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        claim,
        new Region(line, 10, name.length()),
        List.of("x"),
        List.of("y"));
  }

  public Evidence evidence() {
    return new Evidence(
        statement(claim),
        points,
        1.5,
        1234,
        when,
        stopped,
        certificate,
        witness,
        impossible,
        heaviest);
  }

  /** As its bounds say. */
  public Verification established() {
    return in(evidence().state(), Optional.empty());
  }

  /** With the bounds, if any, in another state. */
  public Verification in(VerificationState state, Optional<String> message) {
    Optional<Evidence> evidence = points.isEmpty() ? Optional.empty() : Optional.of(evidence());
    return new Verification(obligation(), state, evidence, Optional.empty(), message);
  }

  /** With these bounds, but now it reads otherwise. */
  public Verification changedTo(String newClaim) {
    return new Verification(
        new Known(name, newClaim).obligation(),
        VerificationState.STALE,
        Optional.of(evidence()),
        Optional.empty(),
        Optional.of("changed since it was verified"));
  }

  public Verification running(Progress progress) {
    Optional<Evidence> evidence = points.isEmpty() ? Optional.empty() : Optional.of(evidence());
    return new Verification(
        obligation(),
        VerificationState.RUNNING,
        evidence,
        Optional.of(progress),
        Optional.of(42),
        Optional.of(Duration.ofSeconds(60)),
        Optional.empty());
  }

  /** With the bounds, if any, while a certificate is replayed. */
  public Verification replaying(int percent) {
    Optional<Evidence> evidence = points.isEmpty() ? Optional.empty() : Optional.of(evidence());
    return new Verification(
        obligation(),
        VerificationState.RUNNING,
        evidence,
        Optional.empty(),
        Optional.of(percent).filter(p -> p > 0),
        Optional.empty(),
        Optional.empty());
  }

  /** All of a specification. */
  public static VerificationSnapshot snapshot(long version, Verification... verifications) {
    return new VerificationSnapshot(Path.of("/work space/s.sure"), version, List.of(verifications));
  }

  /** The same, but nothing of it can be read. */
  public static VerificationSnapshot broken(long version, Verification... verifications) {
    return new VerificationSnapshot(
        Path.of("/work space/s.sure"),
        version,
        Optional.of("it has errors"),
        Stream.of(verifications).map(Verification::name).collect(Collectors.toSet()),
        List.of(verifications));
  }
}
