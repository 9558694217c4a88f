package surety.examples;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A random specification with all constructs of the language, nested, and its meaning.
 *
 * @param text of the file
 * @param files what it names, by their names
 * @param claims in their order
 */
record RandomSpecification(
    String text,
    List<RandomInput> inputs,
    List<RandomNetwork> networks,
    Map<String, byte[]> files,
    List<Claim> claims) {

  /** A property or query. */
  sealed interface Claim {}

  /**
   * About a quantity.
   *
   * @param requirement {@code <= 0.3}, {@code in [0, 1]}, or {@code = ?}
   */
  record Asked(String name, QuantityTree quantity, String requirement) implements Claim {}

  /** About a cdf, perhaps given an event. */
  record Band(String name, ScalarTree form, List<EventTree> condition) implements Claim {}

  /**
   * Whose event is that of the claim before it in other words.
   *
   * @param isTurned whether comparisons are turned around, too
   */
  record Reworded(String name, EventTree event, boolean isTurned) implements Claim {}

  static RandomSpecification of(long seed) {
    Random random = new Random(seed);
    List<RandomInput> inputs = inputs(random);
    int outputs = random.nextInt(1, 4);
    List<RandomNetwork> networks =
        IntStream.range(0, random.nextInt(4) == 0 ? 2 : 1)
            .mapToObj(k -> RandomNetwork.of(random, inputs.size(), outputs))
            .toList();
    SpecificationNames names =
        new SpecificationNames(
            networks.size(), inputs.size(), outputs, random.nextBoolean(), random.nextBoolean());
    TreeMaker trees = new TreeMaker(random, names, draws(inputs, networks, 60));
    List<EventTree.Named> events = trees.namedEvents(random.nextInt(3));
    List<Claim> claims = claims(random, trees);
    StringBuilder text = new StringBuilder("semantics real;\n").append(names.declarations());
    text.append(names.distribution(inputs.stream().map(RandomInput::text).toList()));
    if (random.nextInt(3) == 0) {
      text.append("settings { within 1e-3; }\n");
    }
    for (EventTree.Named event : events) {
      text.append("event " + event.text() + " = " + event.meaning().text() + ";\n");
    }
    claims.forEach(claim -> text.append(text(claim, random)));
    return new RandomSpecification(
        text.toString(), inputs, networks, files(inputs, networks), claims);
  }

  /** One to three, at least one of them random, at most one with bins in a file. */
  private static List<RandomInput> inputs(Random random) {
    while (true) {
      List<RandomInput> inputs =
          Stream.generate(() -> RandomInput.of(random)).limit(random.nextInt(1, 4)).toList();
      if (inputs.stream().anyMatch(RandomInput::isRandom)
          && inputs.stream().filter(input -> !input.csv().isEmpty()).count() <= 1) {
        return dependent(inputs, random);
      }
    }
  }

  /** Some depend on the one above, if that depends on none itself. */
  private static List<RandomInput> dependent(List<RandomInput> inputs, Random random) {
    List<RandomInput> all = new ArrayList<>();
    double[] last = new double[1];
    for (RandomInput input : inputs) {
      boolean canDepend =
          !all.isEmpty() && !all.get(all.size() - 1).text().contains("@0") && input.csv().isEmpty();
      boolean depends = canDepend && random.nextInt(3) == 0;
      double[] above = last;
      last = new double[1];
      RandomInput next = depends ? RandomInput.after(above, random) : input;
      all.add(next.remembering(last));
    }
    return all;
  }

  private static Map<String, byte[]> files(List<RandomInput> inputs, List<RandomNetwork> networks) {
    Map<String, byte[]> files = new TreeMap<>();
    for (int k = 0; k < networks.size(); k++) {
      files.put(SpecificationNames.file(k), networks.get(k).file());
    }
    inputs.stream()
        .filter(input -> !input.csv().isEmpty())
        .forEach(input -> files.put("bins.csv", input.csv().getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  private static List<Claim> claims(Random random, TreeMaker trees) {
    List<Claim> claims = new ArrayList<>();
    for (int k = 0; k < 2; k++) {
      int kind = random.nextInt(8);
      if (kind == 0) {
        List<EventTree> condition = random.nextBoolean() ? List.of() : List.of(trees.event(1));
        claims.add(new Band("q" + k, trees.linear(), condition));
      } else if (kind < 3) {
        EventTree event = trees.event(3);
        QuantityTree probability = new QuantityTree.Probability(event, Optional.empty());
        claims.add(new Asked("q" + k, probability, "= ?"));
        boolean turns = random.nextInt(4) == 0;
        claims.add(new Reworded("r" + k, event.reworded(random, turns), turns));
      } else {
        QuantityTree quantity = trees.quantity(2);
        claims.add(new Asked("q" + k, quantity, trees.requirement(quantity)));
      }
    }
    return claims;
  }

  private static String text(Claim claim, Random random) {
    String behind =
        " under D" + (random.nextInt(4) == 0 ? " within 1e-2 timeout 1 min" : "") + ";\n";
    if (claim instanceof Band band) {
      List<String> given = band.condition().stream().map(event -> " | " + event.text()).toList();
      String points = random.nextBoolean() ? " at 7 points" : " at [-1, 0, 1/2, 1.25]";
      return "query %s: cdf(%s%s)%s"
          .formatted(band.name(), band.form().text(), String.join("", given), points + behind);
    }
    if (claim instanceof Reworded reworded) {
      return "query " + reworded.name() + ": P(" + reworded.event().text() + ") = ?" + behind;
    }
    Asked asked = (Asked) claim;
    return (asked.requirement().equals("= ?") ? "query " : "property ")
        + asked.name()
        + ": "
        + asked.quantity().text()
        + " "
        + asked.requirement()
        + behind;
  }

  /** So many random inputs, and what the networks make of them. */
  Draws draws(int count) {
    return draws(inputs, networks, count);
  }

  private static Draws draws(List<RandomInput> inputs, List<RandomNetwork> networks, int count) {
    Draw[] draws = new Draw[count];
    Arrays.setAll(
        draws,
        i -> {
          double[] x =
              inputs.stream().mapToDouble(input -> input.samples().getAsDouble()).toArray();
          return new Draw(x, networks.stream().map(network -> network.evaluate(x)).toList());
        });
    return new Draws(List.of(draws));
  }
}
