package surety.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.Header;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Claim;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Statement;
import surety.certificates.stop.StoppedException;
import surety.solver.Result;
import surety.solver.region.RegionBand;
import surety.solver.region.RegionOptions;
import surety.solver.region.RegionResult;
import surety.solver.region.RegionSearch;
import surety.solver.witness.ProofAudit;

/** Second opinions on a result. A disagreement is a fault of ours, whoever is right. */
final class CrossCheck {
  /** Whom to ask. */
  enum Way {
    regions,
    z3
  }

  private static final int SAMPLES = 50;
  private static final long MOST_REGIONS = 100_000;
  private static final int DIGITS = 17;

  private final Context context;
  private final Set<Way> ways;
  private final int threads;
  private final Map<RegionStatement, RegionResult> enumerated = new HashMap<>();

  CrossCheck(Context context, Set<Way> ways, int threads) {
    this.context = context;
    this.ways = Set.copyOf(ways);
    this.threads = threads;
  }

  /**
   * Asks for the second opinions and says so.
   *
   * @throws Failure if there is a disagreement, or nothing that can be asked
   */
  void check(String name, Result result, List<Network> networks) throws Failure {
    if (networks.isEmpty()) {
      if (!ways.isEmpty()) {
        context.say("'" + name + "' was not cross-checked: it is about a loop");
      }
      return;
    }
    try {
      if (ways.contains(Way.regions)) {
        overRegions(name, result, networks);
      }
      if (ways.contains(Way.z3)) {
        byZ3(name, result, networks);
      }
    } catch (StoppedException e) {
      context.say("'" + name + "' was not cross-checked: stopped on request");
    } catch (RejectedException | IllegalArgumentException e) {
      throw new Failure(
          ExitStatus.BAD_INPUT, "'" + name + "' cannot be cross-checked: " + e.getMessage(), e);
    }
  }

  private void overRegions(String name, Result result, List<Network> networks)
      throws Failure, RejectedException {
    Statement statement = result.statement();
    if (networks.size() > 1 || !RegionBand.answers(statement.claim())) {
      context.say(
          "'"
              + name
              + "' was not cross-checked over the regions: they know cdfs and probabilities of one"
              + " comparison of outputs of one network, without a condition");
      return;
    }
    RegionResult regions = enumerate(RegionStatement.of(statement), networks.get(0));
    if (!regions.complete()) {
      context.say("'" + name + "' was not cross-checked: there are too many regions");
      return;
    }
    Header header = header(result);
    List<Enclosure> points = header.bounds();
    List<Rational> thresholds = thresholds(statement.claim(), header);
    List<Enclosure> others = RegionBand.of(regions, statement.claim(), thresholds);
    for (int k = 0; k < points.size(); k++) {
      if (!RegionBand.agree(points.get(k), others.get(k))) {
        throw disagreement(
            "'%s' at threshold %s: the search says %s, the regions %s"
                .formatted(name, thresholds.get(k), text(points.get(k)), text(others.get(k))));
      }
    }
    context.say(
        "cross-check of '%s': %d %s over %d regions, all in agreement"
            .formatted(
                name,
                points.size(),
                points.size() == 1 ? "threshold" : "thresholds",
                regions.regions().size()));
  }

  private RegionResult enumerate(RegionStatement statement, Network network)
      throws RejectedException {
    RegionResult known = enumerated.get(statement);
    if (known == null) {
      known =
          RegionSearch.run(
              statement,
              network,
              new RegionOptions(MOST_REGIONS, threads),
              progress -> {},
              context.interruption());
      enumerated.put(statement, known);
    }
    return known;
  }

  /** Where the bounds are, exactly. */
  private static List<Rational> thresholds(Claim claim, Header header) {
    return claim instanceof QuantityClaim quantity
        ? quantity.atom().stream().map(Atom::threshold).toList()
        : header.numbers();
  }

  /** The bounds and thresholds, as the certificate has them. */
  private static Header header(Result result) {
    try {
      return Header.read(new ByteArrayInputStream(result.certificate()));
    } catch (IOException | RejectedException e) {
      throw new IllegalStateException("our own certificate cannot be read", e);
    }
  }

  private void byZ3(String name, Result result, List<Network> networks) throws Failure {
    ProofAudit.Outcome outcome =
        ProofAudit.run(
            result.statement(),
            networks,
            result.certificate(),
            result.cells(),
            SAMPLES,
            context.interruption()::getAsBoolean);
    if (!outcome.wrong().isEmpty()) {
      throw disagreement(
          "'%s': Z3 finds the bounds of leaf %d of the proof tree violated"
              .formatted(name, outcome.wrong().get(0)));
    }
    context.say(
        "cross-check of '%s': Z3 proves the bounds of %d of %d sampled leaves%s"
            .formatted(
                name,
                outcome.proved(),
                outcome.proved() + outcome.tooHard(),
                outcome.tooHard() == 0 ? "" : "; the others are too hard for it"));
  }

  private static String text(Enclosure bounds) {
    return "[%s, %s]"
        .formatted(
            bounds.lower().toDecimal(RoundingMode.FLOOR, DIGITS),
            bounds.upper().toDecimal(RoundingMode.CEILING, DIGITS));
  }

  private static Failure disagreement(String message) {
    return new Failure(
        ExitStatus.INTERNAL_ERROR,
        "the cross-check disagrees, which is a fault of ours; please report it: " + message);
  }
}
