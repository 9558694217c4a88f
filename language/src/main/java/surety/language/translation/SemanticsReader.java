package surety.language.translation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.xtext.EcoreUtil2;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.statement.Semantics;
import surety.language.sure.SemanticsDeclaration;
import surety.language.sure.SureFile;

/** Reads lines on semantics. */
public final class SemanticsReader {
  /** The word for the functions over the reals. */
  public static final String REAL = "real";

  /** The word before an accuracy. */
  public static final String ACCURACY = "accuracy";

  /** The word behind an accuracy: units in the last place. */
  public static final String UNIT = "ulp";

  private SemanticsReader() {}

  /** All words that say what is meant. */
  public static List<String> words() {
    return Stream.concat(
            Stream.of(REAL), Arrays.stream(FloatFormat.values()).map(FloatFormat::word))
        .toList();
  }

  /** What a file means: what its first line says, if that is right. */
  public static Optional<Semantics> of(SureFile file) {
    return EcoreUtil2.typeSelect(file.getElements(), SemanticsDeclaration.class).stream()
        .findFirst()
        .flatMap(SemanticsReader::of);
  }

  /** What a line says; nothing if it is wrong. */
  public static Optional<Semantics> of(SemanticsDeclaration line) {
    if (REAL.equals(line.getLevel())) {
      return hasAccuracy(line) ? Optional.empty() : Optional.of(Semantics.REAL);
    }
    return format(line)
        .flatMap(format -> accuracy(line).map(accuracy -> Semantics.of(format, accuracy)));
  }

  /** The format that a line names. */
  public static Optional<FloatFormat> format(SemanticsDeclaration line) {
    return Arrays.stream(FloatFormat.values())
        .filter(format -> format.word().equals(line.getLevel()))
        .findFirst();
  }

  /** Whether a line says how accurate activations are. */
  public static boolean hasAccuracy(SemanticsDeclaration line) {
    return line.getClause() != null || line.getAccuracy() != null || line.getUnit() != null;
  }

  private static Optional<Integer> accuracy(SemanticsDeclaration line) {
    if (!hasAccuracy(line)) {
      return Optional.of(Semantics.USUAL_ACCURACY);
    }
    return ACCURACY.equals(line.getClause()) && UNIT.equals(line.getUnit())
        ? number(line)
        : Optional.empty();
  }

  /** The number of units, if it is one that a statement can name. */
  public static Optional<Integer> number(SemanticsDeclaration line) {
    return Optional.ofNullable(line.getAccuracy())
        .filter(text -> text.length() <= String.valueOf(Semantics.WORST_ACCURACY).length())
        .map(Integer::valueOf)
        .filter(units -> units >= 1 && units <= Semantics.WORST_ACCURACY);
  }
}
