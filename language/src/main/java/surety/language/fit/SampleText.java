package surety.language.fit;

import java.util.List;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.Rational;
import surety.language.display.Decimals;

/** A file of samples with some columns of another one, exactly. */
public final class SampleText {
  private SampleText() {}

  /** A header, if names are known, and a line for each row. */
  public static String of(SampleColumns columns) {
    StringBuilder text = new StringBuilder();
    if (!columns.inputs().get(0).contains("[")) {
      text.append(String.join(",", columns.inputs())).append('\n');
    }
    for (List<Rational> row : columns.rows()) {
      text.append(row.stream().map(Decimals::exact).collect(Collectors.joining(","))).append('\n');
    }
    return text.toString();
  }
}
