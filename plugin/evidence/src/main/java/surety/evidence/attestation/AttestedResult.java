package surety.evidence.attestation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.MomentsClaim;
import surety.certificates.statement.Semantics;
import surety.certificates.statement.Verdict;
import surety.evidence.Proof;
import surety.language.Obligation;
import surety.language.display.ClaimLevel;
import surety.language.display.Claims;
import surety.report.Words;
import surety.solver.BandPoint;

/**
 * What is attested of one property or query.
 *
 * @param specification the subject that it is in
 * @param name of it there
 * @param kind {@code property} or {@code query}
 * @param title for people, if it has one
 * @param text as it was written
 * @param claim R or F
 * @param claimText what that covers
 * @param quantity what the bounds are bounds of
 * @param required what a property requires, such as {@code < 0.01}
 * @param verdict of a property
 * @param points the bounds: one, or of a cdf one for each point
 * @param statement the SHA-256 of the statement's text, in hexadecimal
 * @param networks the subjects that it is about, in the statement's order
 * @param certificate the subject that proves it
 */
public record AttestedResult(
    String specification,
    String name,
    String kind,
    Optional<String> title,
    String text,
    String claim,
    String claimText,
    String quantity,
    Optional<String> required,
    Optional<Verdict> verdict,
    List<AttestedPoint> points,
    String statement,
    List<String> networks,
    String certificate) {
  /** Refuses missing parts. */
  public AttestedResult {
    Objects.requireNonNull(specification);
    Objects.requireNonNull(name);
    points = List.copyOf(points);
    networks = List.copyOf(networks);
    Objects.requireNonNull(certificate);
  }

  /** Of a certificate that was replayed; names are those of subjects. */
  static AttestedResult of(
      Proof proof, String specification, List<String> networks, String certificate) {
    Obligation asked = proof.obligation();
    Claim claim = asked.statement().claim();
    Semantics semantics = asked.statement().semantics();
    return new AttestedResult(
        specification,
        asked.name(),
        asked.kind().name().toLowerCase(Locale.ROOT),
        asked.title(),
        asked.text(),
        ClaimLevel.letter(semantics),
        ClaimLevel.of(asked.statement()),
        Words.quantity(asked),
        claim.requirement().map(Claims::required),
        proof.result().verdict(),
        points(proof),
        statement(asked),
        networks,
        certificate);
  }

  /** The SHA-256 of what is claimed of a property or query. */
  static String statement(Obligation asked) {
    return Sha256.of(asked.statement().canonical().getBytes(StandardCharsets.US_ASCII));
  }

  private static List<AttestedPoint> points(Proof proof) {
    Claim claim = proof.obligation().statement().claim();
    List<BandPoint> bounds = BandPoint.of(claim, proof.result());
    List<List<String>> places = places(claim, proof);
    List<AttestedPoint> points = new ArrayList<>();
    for (int k = 0; k < bounds.size(); k++) {
      points.add(AttestedPoint.of(places.get(k), bounds.get(k)));
    }
    return points;
  }

  private static List<List<String>> places(Claim claim, Proof proof) {
    if (claim instanceof BandClaim band) {
      return band.points(proof.result().numbers()).stream()
          .map(point -> point.stream().map(Rational::toString).toList())
          .toList();
    }
    if (claim instanceof LoopClaim loop && loop.count() > 1) {
      return loop.quantity().names().stream().map(List::of).toList();
    }
    return claim instanceof MomentsClaim moments
        ? moments.quantities().stream().map(quantity -> List.of(quantity.canonical())).toList()
        : List.of(List.of());
  }

  /** Whether there are several bounds: those of a cdf, or of moments. */
  public boolean isSeveral() {
    return !points.get(0).at().isEmpty();
  }

  /** For instance {@code probability in [0.25, 0.5]}. */
  public String bounds() {
    return isSeveral()
        ? quantity + " at " + points.size() + (points.size() == 1 ? " point" : " points")
        : quantity + " in " + points.get(0).words();
  }

  /** Whether another one says the same of the same statement. */
  boolean saysAs(AttestedResult other) {
    return statement.equals(other.statement)
        && verdict.equals(other.verdict)
        && points.equals(other.points)
        && claim.equals(other.claim);
  }
}
