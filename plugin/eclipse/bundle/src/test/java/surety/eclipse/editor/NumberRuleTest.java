package surety.eclipse.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRuleTest {
  /** The length of the number at the beginning; 0 if there is none. */
  private static int length(String text) {
    IToken number = new Token("number");
    RuleBasedScanner scanner = new RuleBasedScanner();
    scanner.setRules(new IRule[] {new NumberRule(number)});
    scanner.setRange(new Document(text), 0, text.length());
    return scanner.nextToken() == number ? scanner.getTokenLength() : 0;
  }

  @ParameterizedTest
  @CsvSource({
    "12;, 2",
    "0.1, 3",
    "1e-6 , 4",
    "1E+10x, 5",
    "2.5e3, 5",
    "1.x, 1",
    "1., 1",
    "7e, 1",
    "7e-, 1",
    "7ex, 1",
    "x1, 0",
    "-1, 0",
    ".5, 0"
  })
  void numbers(String text, int length) {
    assertEquals(length, length(text));
  }
}
