package surety.examples;

import static surety.examples.RandomTerm.quarters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * The distribution of all inputs: as a specification has it, and samples.
 *
 * @param inputs their number
 * @param parts lines of each of the distributions that it is made of
 * @param weights of these, as many; there is one part of weight 1, or it is a mixture
 * @param isHeavy whether averages of samples tell little of its moments
 */
record RandomLaw(
    int inputs,
    List<List<RandomBlock>> parts,
    List<Double> weights,
    boolean isHeavy,
    Supplier<double[]> samples) {
  private static final Pattern CUT_MIXTURE = Pattern.compile("Mixture.*\\) on \\[");

  /** One to three inputs, at least one of them random in each part. */
  static RandomLaw of(Random random) {
    int inputs = random.nextInt(1, 4);
    List<RandomBlock> first = blocks(random, inputs);
    if (random.nextInt(6) > 0) {
      return new RandomLaw(
          inputs, List.of(first), List.of(1.0), isHeavy(first), () -> sample(first, inputs));
    }
    List<RandomBlock> second = blocks(random, inputs);
    if (hasCutMixture(first) || hasCutMixture(second)) {
      return of(random);
    }
    double weight = quarters(random, 1, 3);
    RandomGenerator generator = new Well19937c(random.nextLong());
    return new RandomLaw(
        inputs,
        List.of(first, second),
        List.of(weight, 1 - weight),
        isHeavy(first) || isHeavy(second),
        () -> sample(generator.nextDouble() < weight ? first : second, inputs));
  }

  /** The mass of one is no fraction, so that it can be no part of a mixture. */
  private static boolean hasCutMixture(List<RandomBlock> blocks) {
    return blocks.stream().anyMatch(b -> b.isConditioned() || CUT_MIXTURE.matcher(b.text()).find());
  }

  private static boolean isHeavy(List<RandomBlock> blocks) {
    return blocks.stream().anyMatch(RandomBlock::isHeavy);
  }

  private static List<RandomBlock> blocks(Random random, int inputs) {
    while (true) {
      List<RandomBlock> blocks = new ArrayList<>();
      boolean canDepend = false;
      for (int left = inputs; left > 0; left -= blocks.get(blocks.size() - 1).size()) {
        int kind = random.nextInt(canDepend ? 9 : 6);
        int size = random.nextInt(1, Math.min(left, 2) + 1);
        blocks.add(
            switch (kind) {
              case 0 -> RandomGroups.of(random, size);
              case 1 ->
                  random.nextInt(3) == 0
                      ? RandomBlock.range(random, size)
                      : RandomBlock.single(random);
              case 6, 7 -> RandomBlock.dependent(random, blocks.get(blocks.size() - 1).size() == 1);
              default -> RandomBlock.single(random);
            });
        // One step only: what depends on what depends multiplies cases.
        canDepend = !canDepend;
      }
      if (blocks.stream().anyMatch(RandomBlock::isRandom)) {
        return blocks;
      }
    }
  }

  private static double[] sample(List<RandomBlock> blocks, int inputs) {
    double[] x = new double[inputs];
    int first = 0;
    for (RandomBlock block : blocks) {
      block.filler().fill(x, first);
      first += block.size();
    }
    return x;
  }

  /** Whether only what takes a condition can be asked. */
  boolean isConditioned() {
    return parts.stream().flatMap(List::stream).anyMatch(RandomBlock::isConditioned);
  }

  /** What the text names, by name. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    parts.forEach(blocks -> blocks.forEach(block -> files.putAll(block.files())));
    return files;
  }

  /** A distribution D, and those that it is made of. */
  String text(SpecificationNames names) {
    String networks = names.networks();
    if (parts.size() == 1) {
      return declaration("D for " + networks, parts.get(0), names);
    }
    StringJoiner mixture =
        new StringJoiner("", "distribution D for " + networks + " mixture {\n", "}\n");
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < parts.size(); k++) {
      mixture.add("  " + weights.get(k) + ": D" + k + ";\n");
      text.append(declaration("D" + k + " for " + networks, parts.get(k), names));
    }
    return text.append(mixture).toString();
  }

  private static String declaration(
      String head, List<RandomBlock> blocks, SpecificationNames names) {
    StringBuilder text = new StringBuilder("distribution " + head + " {\n");
    int first = 0;
    for (RandomBlock block : blocks) {
      text.append("  ").append(names.placed(block.text(), first)).append('\n');
      first += block.size();
    }
    return text.append("}\n").toString();
  }
}
