package surety.certificates.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Rational;

/**
 * How the inputs are distributed.
 *
 * @param isIndependent whether it is written input by input: one branch of one summand of weight 1
 */
record World(List<Branch> branches, Rational rest, boolean isIndependent) {
  /**
   * A branch.
   *
   * @param inputs as functions of the coordinates
   */
  record Branch(List<Affine> inputs, List<Summand> summands) {
    Branch {
      inputs = List.copyOf(inputs);
      summands = List.copyOf(summands);
    }

    int dimension() {
      return summands.get(0).coordinates().size();
    }
  }

  /** A product of densities with a weight. */
  record Summand(Rational weight, List<Known> coordinates) {
    Summand {
      coordinates = List.copyOf(coordinates);
    }
  }

  World {
    branches = List.copyOf(branches);
  }

  /** One branch; each input is one of the densities. */
  static World independent(List<Known> inputs) {
    int n = inputs.size();
    List<Affine> maps = new ArrayList<>();
    for (int q = 0; q < n; q++) {
      maps.add(Affine.coordinate(n, q));
    }
    Branch branch = new Branch(maps, List.of(new Summand(Rational.ONE, inputs)));
    return new World(List.of(branch), Rational.ZERO, true);
  }

  /** Wherever these small networks bend, or cross a threshold of these claims. */
  static World wide(int inputs) {
    return independent(Collections.nCopies(inputs, Known.WIDE));
  }

  int inputs() {
    return branches.get(0).inputs().size();
  }

  /** The statement's lines. */
  String text() {
    StringBuilder text = new StringBuilder("inputs " + inputs() + "\n");
    if (isIndependent) {
      List<Known> inputs = branches.get(0).summands().get(0).coordinates();
      for (int q = 0; q < inputs.size(); q++) {
        text.append("x[" + q + "] ~ " + inputs.get(q).text() + "\n");
      }
      return text.toString();
    }
    text.append("branches " + branches.size() + " rest " + rest + "\n");
    for (Branch branch : branches) {
      text.append(
          "branch coordinates %d summands %d\n"
              .formatted(branch.dimension(), branch.summands().size()));
      for (int k = 0; k < branch.inputs().size(); k++) {
        text.append("x[" + k + "] = " + sum(branch.inputs().get(k)) + "\n");
      }
      for (Summand summand : branch.summands()) {
        text.append(summand.weight() + ": ");
        text.append(
            summand.coordinates().stream().map(Known::text).collect(Collectors.joining("; ")));
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String sum(Affine map) {
    List<String> terms = new ArrayList<>();
    for (int q = 0; q < map.slopes().size(); q++) {
      if (!map.slopes().get(q).isZero()) {
        terms.add(map.slopes().get(q) + "*u[" + q + "]");
      }
    }
    if (terms.isEmpty() || !map.constant().isZero()) {
      terms.add(map.constant().toString());
    }
    return String.join(" + ", terms);
  }

  /** The measure of a branch on patches on which its densities are what they are. */
  static List<Patch> patches(Branch branch) {
    return branch.summands().stream().flatMap(World::patches).toList();
  }

  private static Stream<Patch> patches(Summand summand) {
    Rational weight = summand.weight();
    List<Known> coordinates = summand.coordinates();
    if (coordinates.isEmpty()) {
      return Stream.of(new Patch.Point(weight));
    }
    List<Known.Part> first = coordinates.get(0).parts();
    if (coordinates.size() == 1) {
      return first.stream()
          .map(part -> new Patch.Segment(part.from(), part.to(), part.curve(), weight));
    }
    return first.stream()
        .flatMap(x -> coordinates.get(1).parts().stream().map(y -> rectangle(x, y, weight)));
  }

  private static Patch rectangle(Known.Part x, Known.Part y, Rational weight) {
    List<List<Rational>> corners =
        List.of(
            List.of(x.from(), y.from()),
            List.of(x.to(), y.from()),
            List.of(x.to(), y.to()),
            List.of(x.from(), y.to()));
    return new Patch.Polygon(corners, weight.times(constant(x)).times(constant(y)));
  }

  private static Rational constant(Known.Part part) {
    return ((Curve.Polynomial) part.curve()).coefficients().get(0);
  }
}
