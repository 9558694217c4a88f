package surety.certificates.attack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.network.Network;
import surety.certificates.proof.TreeBounds;
import surety.certificates.proof.Trees;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Thresholds;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

/** A problem, a certificate of it whose bounds are the kernel's, and the trees to choose from. */
@SuppressWarnings("ArrayRecordComponent") // nobody writes into it, nor compares targets
record Target(Scene scene, Statement statement, Parts parts, byte[] otherTree) {
  /** From a truth to the thresholds around it. */
  private static final Rational NEAR = Rational.of(1, 1 << 20);

  /** Nothing if the kernel refuses the statement. */
  static Optional<Target> of(Scene scene, SplittableRandom random) {
    try {
      Statement statement = scene.statement();
      List<Rational> numbers = numbers(scene, statement.claim(), random);
      List<Truncation> truncations = truncations(scene);
      Problem problem = problem(scene, statement, truncations);
      byte[] tight = TightTree.of(scene, problem);
      byte[] any = Trees.random(problem, random, random.nextInt(2, 20));
      boolean isTight = random.nextInt(4) > 0;
      byte[] tree = isTight ? tight : any;
      List<String> bounds =
          TreeBounds.compute(problem, numbers, new ByteArrayInputStream(tree), 1).bounds().stream()
              .map(Target::line)
              .toList();
      Parts parts =
          new Parts(
              statement.canonical(),
              truncations.stream().map(t -> hex(t.lower()) + " " + hex(t.upper())).toList(),
              numbers.stream().map(Rational::toString).toList(),
              bounds,
              Parts.list(tree));
      return Optional.of(new Target(scene, statement, parts, isTight ? any : tight));
    } catch (StatementException | RejectedException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static String line(Enclosure bounds) {
    return bounds.lower().toHex() + " " + bounds.upper().toHex();
  }

  static String hex(double x) {
    return Dyadic.of(x).toHex();
  }

  static Problem problem(Scene scene, Statement statement, List<Truncation> truncations)
      throws IOException, RejectedException {
    List<Network> networks = new ArrayList<>();
    for (Model model : scene.models()) {
      networks.add(model.network());
    }
    return Problem.of(statement, networks, truncations, Stop.NEVER);
  }

  private static List<Truncation> truncations(Scene scene) {
    List<Truncation> truncations = new ArrayList<>();
    for (World.Branch branch : scene.world().branches()) {
      for (int q = 0; q < branch.dimension(); q++) {
        boolean isUnbounded = branch.summands().get(0).coordinates().get(q).isUnbounded();
        truncations.add(isUnbounded ? new Truncation(-9, 36) : new Truncation(0, 1 + q));
      }
    }
    return truncations;
  }

  private static List<Rational> numbers(Scene scene, Claim claim, SplittableRandom random) {
    List<Rational> numbers = new ArrayList<>();
    if (claim instanceof BandClaim band) {
      for (Thresholds thresholds : band.thresholds()) {
        if (thresholds instanceof ListedThresholds listed) {
          numbers.addAll(listed.values());
        } else {
          int first = random.nextInt(-4, 5);
          for (int k = 0; k < ((EvenThresholds) thresholds).count(); k++) {
            numbers.add(Rational.of(first + 3L * k, 8));
          }
        }
      }
      return numbers;
    }
    add(scene, ((QuantityClaim) claim).quantity(), numbers);
    return numbers;
  }

  private static void add(Scene scene, Quantity quantity, List<Rational> numbers) {
    quantity.parts().forEach(part -> add(scene, part, numbers));
    if (quantity instanceof Quantity.Mean || quantity instanceof Quantity.Dispersion) {
      numbers.add(Rational.of(1, 4));
    } else if (quantity instanceof Quantity.Association) {
      numbers.addAll(List.of(Rational.of(1, 4), Rational.of(-1, 8)));
    } else if (quantity instanceof Quantity.Risk risk) {
      Measure measure = new Measure(scene.models(), scene.world());
      Span value =
          new RiskOracle(
                  measure,
                  measure.mass(),
                  new Quantity.Risk(Quantity.Tail.QUANTILE, risk.form(), risk.level()))
              .value(40);
      numbers.addAll(RiskOracle.around(value, NEAR));
    }
  }
}
