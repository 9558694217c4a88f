package surety.language.quickfix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.ParsedSpecification;
import surety.language.sure.DistributionDeclaration;

/** Lines are added as the others stand. */
class BlockTest {
  /** {@code #} stands for the end of a line. */
  @ParameterizedTest
  @CsvSource({
    "'{}', '{ p = 1; q = 2; }'",
    "'{ }', '{ p = 1; q = 2; }'",
    "'{ a = 0; }', '{ a = 0; p = 1; q = 2; }'",
    "'{ a = 0;#}', '{ a = 0;#  p = 1;#  q = 2;#}'",
    "'{#    a = 0; // why#}', '{#    a = 0; // why#    p = 1;#    q = 2;#}'",
    "'{#  a = 0; /* why */ }', '{#  a = 0; /* why */ p = 1; q = 2; }'",
    "'{##\t}', '{##\t  p = 1;#\t  q = 2;#\t}'"
  })
  void linesAreAdded(String before, String after) {
    for (String end : new String[] {"\n", "\r\n"}) {
      String text = ("distribution D for N " + before + "#").replace("#", end);
      ParsedSpecification parsed = new ParsedSpecification(Path.of("a.sure"), text);
      DistributionDeclaration distribution =
          EcoreUtil2.getAllContentsOfType(
                  parsed.model().orElseThrow(), DistributionDeclaration.class)
              .get(0);
      Edit edit =
          new Block(distribution, distribution.getAssignments())
              .addition(new Lines(text), List.of("p = 1;", "q = 2;"));
      assertEquals(
          ("distribution D for N " + after + "#").replace("#", end),
          new QuickFix("t", edit).applyTo(text));
    }
  }
}
