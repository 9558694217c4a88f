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

/**
 * A random specification with all constructs of the language, nested, and its meaning.
 *
 * @param text of the file
 * @param files what it names, by their names
 * @param claims in their order
 */
record RandomSpecification(
    String text,
    RandomLaw law,
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
    RandomLaw law = RandomLaw.of(random);
    int outputs = random.nextInt(1, 4);
    List<RandomNetwork> networks =
        IntStream.range(0, random.nextInt(4) == 0 ? 2 : 1)
            .mapToObj(k -> RandomNetwork.of(random, law.inputs(), outputs))
            .toList();
    SpecificationNames names =
        new SpecificationNames(
            networks.size(), law.inputs(), outputs, random.nextBoolean(), random.nextBoolean());
    TreeMaker trees =
        new TreeMaker(random, names, !law.isHeavy(), law.isConditioned(), draws(law, networks, 60));
    List<EventTree.Named> events = trees.namedEvents(random.nextInt(3));
    List<Claim> claims = claims(random, trees);
    StringBuilder text = new StringBuilder("semantics real;\n").append(names.declarations());
    text.append(law.text(names));
    if (random.nextInt(3) == 0) {
      text.append("settings { within 1e-3; }\n");
    }
    for (EventTree.Named event : events) {
      text.append("event " + event.text() + " = " + event.meaning().text() + ";\n");
    }
    claims.forEach(claim -> text.append(text(claim, random)));
    return new RandomSpecification(text.toString(), law, networks, files(law, networks), claims);
  }

  private static Map<String, byte[]> files(RandomLaw law, List<RandomNetwork> networks) {
    Map<String, byte[]> files = new TreeMap<>();
    for (int k = 0; k < networks.size(); k++) {
      files.put(SpecificationNames.file(k), networks.get(k).file());
    }
    law.files().forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
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
    return draws(law, networks, count);
  }

  private static Draws draws(RandomLaw law, List<RandomNetwork> networks, int count) {
    Draw[] draws = new Draw[count];
    Arrays.setAll(
        draws,
        i -> {
          double[] x = law.samples().get();
          return new Draw(x, networks.stream().map(network -> network.evaluate(x)).toList());
        });
    return new Draws(List.of(draws));
  }
}
