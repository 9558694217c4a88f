package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import surety.certificates.arithmetic.Rational;

/** Compiled events for tests. */
final class RandomEvents {
  private RandomEvents() {}

  /** Any comparison with a multiple of 1/3 between 0 and 4. */
  static CompiledEvent.Comparison comparison(SplittableRandom random, int forms) {
    Threshold threshold = Threshold.of(Rational.of(random.nextInt(13), 3), random.nextBoolean());
    return new CompiledEvent.Comparison(random.nextInt(forms), threshold, random.nextBoolean());
  }

  /** Any event of at most so many levels. */
  static CompiledEvent any(SplittableRandom random, int forms, int depth) {
    int kind = random.nextInt(12);
    if (depth == 0 || kind < 3) {
      return comparison(random, forms);
    }
    if (kind == 3) {
      return random.nextBoolean() ? CompiledEvent.Decided.ALWAYS : CompiledEvent.Decided.NEVER;
    }
    if (kind < 6) {
      return any(random, forms, depth - 1).negated();
    }
    List<CompiledEvent> parts = new ArrayList<>();
    for (int k = random.nextInt(1, 5); k > 0; k--) {
      parts.add(any(random, forms, depth - 1));
    }
    return CompiledEvent.combination(random.nextBoolean(), parts);
  }

  /** Whether it happens, where a comparison's form is below the threshold if {@code below}. */
  static boolean happens(CompiledEvent event, Predicate<CompiledEvent.Comparison> below) {
    if (event instanceof CompiledEvent.Decided decided) {
      return decided.happens();
    }
    if (event instanceof CompiledEvent.Comparison c) {
      return below.test(c) == c.isBelow();
    }
    CompiledEvent.Combination of = (CompiledEvent.Combination) event;
    return of.all()
        ? of.parts().stream().allMatch(part -> happens(part, below))
        : of.parts().stream().anyMatch(part -> happens(part, below));
  }

  /** Whether it happens where the forms have these values. */
  static boolean happens(CompiledEvent event, List<Rational> forms) {
    return happens(event, c -> c.threshold().holds(forms.get(c.form())));
  }
}
