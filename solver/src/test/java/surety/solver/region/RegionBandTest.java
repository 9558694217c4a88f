package surety.solver.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.Header;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.NetworkReference;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Statement;
import surety.solver.Checker;
import surety.solver.Result;
import surety.solver.SearchOptions;

class RegionBandTest {
  private static final AffineForm Y = new AffineForm(List.of(Rational.ONE));

  private static RegionResult regions(Network network, RegionStatement statement, long most)
      throws RejectedException {
    return RegionSearch.run(
        statement, network, new RegionOptions(most, 1), progress -> {}, () -> false);
  }

  private static Statement statement(RegionStatement inputs, Claim claim) {
    NetworkReference network = new NetworkReference(inputs.networkDigest(), 1);
    return new Statement(List.of(network), inputs.law(), claim);
  }

  /** y = relu(x - 1/2), x uniform on [0, 1]: an atom of 1/2 at 0. */
  @ParameterizedTest
  @CsvSource({
    "<, 0, 0",
    "<=, 0, 1/2",
    ">, 0, 1/2",
    ">=, 0, 1",
    "<=, 1/10, 3/5",
    ">, 1/10, 2/5",
    ">=, 1/2, 0",
    ">, -1e-400, 1",
    "<, 1e-400, 1/2",
    "<=, -1, 0",
    ">, 7, 0"
  })
  void atomsCountWhereTheyBelong(String comparison, String threshold, String exact)
      throws RejectedException {
    Network network = SmallNetworks.layer(Activation.RELU, new double[][] {{1}}, -0.5);
    RegionResult regions = regions(network, SmallNetworks.statement(1, "uniform(0, 1)"), 100);
    Rational t = Rational.parse(threshold);
    Atom event = new Atom(Y, Comparison.ofSymbol(comparison).orElseThrow(), t);
    Claim claim = new QuantityClaim(event, Optional.empty());
    Enclosure bounds = RegionBand.of(regions, claim, List.of(t)).get(0);
    assertTrue(bounds.lower().compareTo(Rational.parse(exact)) <= 0);
    assertTrue(bounds.upper().compareTo(Rational.parse(exact)) >= 0);
    assertTrue(bounds.width().compareTo(Bound.of(1e-12)) < 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theSearchAgrees(long seed) throws RejectedException, IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 3);
    Network network = SmallNetworks.random(random, Activation.RELU, n, 4, 4, 1);
    RegionStatement inputs =
        SmallNetworks.statement(n, seed % 2 == 0 ? "beta(2, 3)" : "triangular(0, 1/3, 1)");
    assertAgreement(network, inputs);
  }

  @ParameterizedTest
  @MethodSource("surety.solver.region.SmallNetworks#laws")
  void theSearchAgreesUnderAnyLaw(String lines) throws RejectedException, IOException {
    Network network = SmallNetworks.random(new SplittableRandom(4), Activation.RELU, 2, 5, 4, 1);
    assertAgreement(network, SmallNetworks.under(lines));
  }

  private static void assertAgreement(Network network, RegionStatement inputs)
      throws RejectedException, IOException {
    Claim claim = new BandClaim(Y, new EvenThresholds(12));
    Statement statement = statement(inputs, claim);
    Result result =
        Checker.check(
            statement,
            List.of(network),
            SearchOptions.defaults().withGap(1e-3).withMaxCells(2000),
            progress -> {},
            () -> false);
    Header header = Header.read(new ByteArrayInputStream(result.certificate()));
    List<Enclosure> points = header.bounds();
    List<Enclosure> others =
        RegionBand.of(regions(network, inputs, 10_000), claim, header.numbers());
    for (int k = 0; k < points.size(); k++) {
      assertTrue(RegionBand.agree(points.get(k), others.get(k)), points.get(k)::toString);
    }
  }

  @Test
  void boundsWithoutACommonPointDisagree() {
    Enclosure low = Enclosure.of(Dyadic.of(0.25), Dyadic.of(0.5));
    Enclosure high = Enclosure.of(Dyadic.of(Math.nextUp(0.5)), Dyadic.of(0.75));
    assertFalse(RegionBand.agree(low, high));
    assertFalse(RegionBand.agree(high, low));
    assertTrue(RegionBand.agree(low, low));
    assertTrue(RegionBand.agree(low, Enclosure.of(Dyadic.of(0.5), Dyadic.of(0.75))));
  }

  @Test
  void aPartOfTheRegionsIsNotEnough() throws RejectedException {
    Network network = SmallNetworks.layer(Activation.RELU, new double[][] {{1}}, -0.5);
    RegionResult part = regions(network, SmallNetworks.statement(1, "uniform(0, 1)"), 1);
    assertEquals(1, part.regions().size());
    Claim claim = new BandClaim(Y, new EvenThresholds(1));
    assertThrows(
        IllegalArgumentException.class, () -> RegionBand.of(part, claim, List.of(Rational.ZERO)));
  }
}
