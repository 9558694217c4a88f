package surety.certificates.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StatementTextTest {
  private static final String GOOD =
      """
      surety statement 2
      semantics real
      networks 1
      network sha256 %s outputs 3
      inputs 3
      x[0] ~ uniform(0, 1)
      x[1] = -1/3
      x[2] ~ normal(0, 1) on [-3, 3]
      P(1*y[0] + -1/10*y[2] <= 7/2) < 1/100
      """
          .formatted("0123456789abcdef".repeat(4));

  private static StatementException refused(String text) {
    return assertThrows(StatementException.class, () -> Statement.parse(text), text);
  }

  private static void refusedWith(String from, String to, String reason) {
    assertTrue(GOOD.contains(from));
    String message = refused(GOOD.replace(from, to)).getMessage();
    assertTrue(message.contains(reason), message);
  }

  @Test
  void theTextIsThatOfTheFormat() throws StatementException {
    Statement statement = Statement.parse(GOOD);
    assertEquals(GOOD, statement.canonical());
    assertEquals(3, statement.inputs().size());
    assertEquals("1*y[0] + -1/10*y[2]", statement.claim().allForms().get(0).canonical());
    QuantityClaim claim = (QuantityClaim) statement.claim();
    assertEquals(Comparison.LESS_OR_EQUAL, claim.atom().orElseThrow().comparison());
    assertEquals("< 1/100", claim.requirement().orElseThrow().canonical());
  }

  @Test
  void anyStatementIsReadBack() throws StatementException {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 500; i++) {
      Statement statement = Statements.any(random);
      String text = statement.canonical();
      assertEquals(statement, Statement.parse(text));
      assertEquals(text, Statement.parse(text).canonical());
    }
  }

  @Test
  void aMutatedTextIsRefusedOrMeansWhatItSays() {
    SplittableRandom random = new SplittableRandom(12);
    for (int i = 0; i < 1500; i++) {
      String text = Statements.any(random).canonical();
      int at = random.nextInt(text.length());
      char c = "0123456789-/.e<>=()[]{}+*~ ,xyPcdf\n\t\u00e9".charAt(random.nextInt(37));
      String mutated =
          switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + c + text.substring(at);
            default -> text.substring(0, at) + c + text.substring(at + 1);
          };
      try {
        assertEquals(mutated, Statement.parse(mutated).canonical());
      } catch (StatementException e) {
        assertFalse(e.getMessage().isBlank());
      }
    }
  }

  @Test
  void everyStartOfATextIsRefused() {
    for (int length = 0; length < GOOD.length(); length++) {
      refused(GOOD.substring(0, length));
    }
  }

  @Test
  void wrongLinesAreNamed() {
    refusedWith("surety statement 2", "surety statement 1", "line 1");
    refusedWith("semantics real", "semantics float", "line 2");
    refusedWith("semantics real\n", "", "line 2");
    refusedWith("network sha256", "network sha1", "line 4");
    refusedWith("inputs 3", "input 3", "line 5");
    refusedWith("x[1]", "x[2]", "line 7");
    refusedWith("networks 1", "networks", "line 3");
    refusedWith("networks 1", "networks 2", "line 5");
    refusedWith(" outputs 3", " outputs", "DIGEST outputs COUNT");
    refusedWith("inputs 3", "inputs 4", "line 9");
    refusedWith("inputs 3", "inputs 2", "in the claim");
  }

  @Test
  void wrongPartsAreNamed() {
    refusedWith("0123456789abcdef", "0123456789abcdeF", "hexadecimal");
    refusedWith("0123456789abcdef0", "0123456789abcdef", "hexadecimal");
    refusedWith("networks 1", "networks 0", "1 to 16");
    refusedWith("networks 1", "networks 17", "1 to 16");
    refusedWith("networks 1", "networks -1", "1 to 16");
    refusedWith("networks 1", "networks one", "not a count");
    refusedWith("inputs 3", "inputs three", "not a count");
    refusedWith("inputs 3", "inputs 99999999999", "not a count");
    refusedWith("outputs 3", "outputs 0", "outputs");
    refusedWith("outputs 3", "outputs 1000001", "outputs");
    refusedWith("outputs 3", "outputs 2", "beyond the 2");
    refusedWith("~ uniform(0, 1)", "~ uniform(1, 0)", "refused");
    refusedWith("~ uniform(0, 1)", "~ cauchy(0, 1)", "cauchy");
    refusedWith("~ uniform(0, 1)", "uniform(0, 1)", "an input is");
    refusedWith("= -1/3", "= 1/0", "refused");
    refusedWith("= -1/3", "= x", "refused");
    refusedWith("1*y[0]", "0*y[0]", "canonical");
    refusedWith("1*y[0] + -1/10*y[2]", "0*y[0]", "at least one output");
    refusedWith("1*y[0]", "y[0]", "a number");
    refusedWith("1*y[0]", "1*z[0]", "\'x[\'");
    refusedWith("<= 7/2", "!= 7/2", "a comparison");
    refusedWith(" < 1/100", "", "\' \'");
    refusedWith("P(", "Q(", "a number");
    refusedWith("< 1/100\n", "< 1/100\n\n", "goes on");
  }

  @Test
  void whatIsNotCanonicalIsRefused() {
    refusedWith("= -1/3", "= -2/6", "canonical");
    refusedWith("= -1/3", "= -0.25", "canonical");
    refusedWith("= -1/3", "= +1/3", "canonical");
    refusedWith("7/2", "3.5", "expected ')'");
    refusedWith("1/100", "1e-2", "the end of the line");
    refusedWith("inputs 3", "inputs 03", "canonical");
    refusedWith("inputs 3", "inputs +3", "canonical");
    refusedWith("1*y[0] + -1/10*y[2]", "-1/10*y[2] + 1*y[0]", "canonical");
    refusedWith("1*y[0] + -1/10*y[2]", "1*y[0] + 1*y[0]", "canonical");
    refusedWith("1*y[0]", "1*y[00]", "canonical");
    refusedWith("inputs 3", "inputs 3 ", "not a count");
    refusedWith("<= 7/2", "<=  7/2", "");
    refused(GOOD.replace("\n", "\r\n"));
    refused(GOOD.replace("x[1] = ", "x[1] =  "));
  }

  @Test
  void bands() throws StatementException {
    String claim = "P(1*y[0] + -1/10*y[2] <= 7/2) < 1/100";
    for (String band :
        new String[] {
          "cdf(1*y[0]) at 100 points", "cdf(1*y[1]) at [-1, 0, 1/3]", "cdf(1*y[2]) at [5]"
        }) {
      String text = GOOD.replace(claim, band);
      assertEquals(text, Statement.parse(text).canonical());
    }
    for (String wrong :
        new String[] {
          "cdf(1*y[0]) at 0 points",
          "cdf(1*y[0]) at 10001 points",
          "cdf(1*y[0]) at -1 points",
          "cdf(1*y[0]) at points",
          "cdf(1*y[0]) at []",
          "cdf(1*y[0]) at [1, 1]",
          "cdf(1*y[0]) at [1, 0]",
          "cdf(1*y[0]) at [0,1]",
          "cdf(1*y[0]) at [0, 2/4]",
          "cdf() at [0]",
          "cdf(1*y[0])"
        }) {
      refused(GOOD.replace(claim, wrong));
    }
  }
}
