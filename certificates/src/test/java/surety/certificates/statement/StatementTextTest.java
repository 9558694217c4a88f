package surety.certificates.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.text.StatementException;

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
    for (int i = 0; i < 3_000; i++) {
      Statement statement = Statements.any(random);
      String text = statement.canonical();
      assertEquals(statement, Statement.parse(text));
      assertEquals(text, Statement.parse(text).canonical());
    }
  }

  @Test
  void aMutatedTextIsRefusedOrMeansWhatItSays() {
    SplittableRandom random = new SplittableRandom(12);
    for (int i = 0; i < 4_000; i++) {
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
    refusedWith("outputs 3", "outputs 2", "y[2] is beyond the 2");
    refusedWith("~ uniform(0, 1)", "~ uniform(1, 0)", "refused");
    refusedWith("~ uniform(0, 1)", "~ zipf(2, 1)", "zipf");
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
          "cdf(1*y[0]) at 100 points",
          "cdf(1*y[1]) at [-1, 0, 1/3]",
          "cdf(1*y[2]) at [5]",
          "cdf(1*y[0], 1*y[1]) at 20 points x 20 points",
          "cdf(1*y[0], 1*y[1]) at 200 points x 100 points",
          "cdf(1*y[0], 1*y[1], 1*x[0]) at 20 points x [0, 1/3] x 50 points",
          "cdf(1*y[0], 1*y[0] | 1*y[1] < 0) at [1] x [2]",
          "moments(1*y[0])",
          "moments(1*y[0], -1/3*y[1] + 2*x[0], 1*y[0])"
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
          "cdf(1*y[0], 1*y[1]) at 20 points",
          "cdf(1*y[0], 1*y[1]) at 20 x 20 points",
          "cdf(1*y[0]) at 20 points x 20 points",
          "cdf(1*y[0], 1*y[1]) at 20 points x 20 points x 20 points",
          "cdf(1*y[0], 1*y[1]) at 200 points x 101 points",
          "cdf(1*y[0], 1*y[1]) at 10000 points x 10000 points",
          "cdf(1*y[0], 1*y[1]) at 0 points x 3 points",
          "cdf(1*y[0], 1*y[1]) at [1, 0] x [1]",
          "cdf(1*y[0], 1*y[1]) at [1]  x [1]",
          "cdf(1*y[0],1*y[1]) at [1] x [1]",
          "cdf(1*y[0], ) at [1] x [1]",
          "cdf(1*y[0], 1*y[1], 1*y[2], 1*y[0]) at [1] x [1] x [1] x [1]",
          "cdf(1*y[0])",
          "moments()",
          "moments(1*y[0]",
          "moments(1*y[0]) = ?",
          "moments(1*y[0]) < 1",
          "moments(1*y[0],1*y[1])",
          "moments(1*y[0], )",
          "moments(1*y[0] | 1*y[1] < 0)",
          "moments(0*y[0])",
          "moments(1*y[9])",
          "moments (1*y[0])"
        }) {
      refused(GOOD.replace(claim, wrong));
    }
  }

  private static final List<String> CLAIMS =
      List.of(
          "P((1*y[0] < 1 and not (1*y[1] >= 0 or 2*y[2] + -1*x[1] > 1/3))) >= 9/10",
          "(P(1*y[0] < 1 | 1*x[0] <= 1/2) - abs((E(1*y[2]) / 3))) in [-1, 1/2]",
          "(Cov(1*y[0], 1*y[1]) + (Std(1*y[0]) * cvar(1*y[1] + 1*x[2], 9/10))) = ?",
          "cdf(1*y[0] + 1*x[2] | (1*y[1] < 0 or 1*y[1] > 1)) at [-1, 0, 1/3]");

  private static String with(String claim) {
    return GOOD.substring(0, GOOD.indexOf("P(")) + claim + "\n";
  }

  private static void refusedOrSame(String text) {
    try {
      assertEquals(text, Statement.parse(text).canonical());
    } catch (StatementException e) {
      assertFalse(e.getMessage().isBlank());
    }
  }

  @Test
  void claimsAreReadBack() throws StatementException {
    for (String claim : CLAIMS) {
      assertEquals(with(claim), Statement.parse(with(claim)).canonical());
    }
  }

  @Test
  void everyPartOfAClaimIsRefusedOrMeansWhatItSays() {
    for (String claim : CLAIMS) {
      for (int length = 0; length < claim.length(); length++) {
        refusedOrSame(with(claim.substring(0, length)));
        refusedOrSame(with(claim.substring(length + 1)));
        refused(GOOD.substring(0, GOOD.indexOf("P(")) + claim.substring(0, length));
      }
    }
  }

  /** Whatever is changed in a claim, it is refused or means what it says. */
  @Test
  void everyChangedCharacterIsSeen() {
    String characters = "012-/.<=()[]+*| ,xyPEnt?\u00e9";
    for (String claim : CLAIMS) {
      for (int at = 0; at < claim.length(); at++) {
        for (int k = 0; k < characters.length(); k++) {
          char c = characters.charAt(k);
          String changed = claim.substring(0, at) + c + claim.substring(at + 1);
          String inserted = claim.substring(0, at) + c + claim.substring(at);
          for (String other : List.of(changed, inserted)) {
            refusedOrSame(with(other));
          }
        }
      }
    }
  }

  @Test
  void wrongClaimsAreRefused() {
    for (String claim :
        List.of(
            "P() < 1",
            "P(1*y[0]) < 1",
            "P((1*y[0] < 1)) < 1",
            "P((1*y[0] < 1 and)) < 1",
            "P((1*y[0] < 1 and 1*y[1] < 1 or 1*y[2] < 1)) < 1",
            "P(1*y[0] < 1 and 1*y[1] < 1) < 1",
            "P(not) < 1",
            "P(not not) < 1",
            "P(NOT 1*y[0] < 1) < 1",
            "P(1*y[0] < 1 | ) < 1",
            "P(1*y[0] < 1 | 1*y[1] < 1 | 1*y[2] < 1) < 1",
            "P(1*y[3] < 1) < 1",
            "P(1*x[3] < 1) < 1",
            "P(1*x[0] + 1*y[0] < 1) < 1",
            "P(1*y[0] + 0*x[0] < 1) < 1",
            "E(1*y[0] < 1) < 1",
            "E(1*y[0])",
            "E(1*y[0]) <",
            "E(1*y[0]) in [1, 0]",
            "E(1*y[0]) in (0, 1)",
            "E(1*y[0]) in [0, 1",
            "E(1*y[0]) = 1",
            "e(1*y[0]) < 1",
            "var(1*y[0]) < 1",
            "Var(1*y[0] | 1*y[1] < 1) < 1",
            "Cov(1*y[0]) < 1",
            "Cov(1*y[0], 1*y[1], 1*y[2]) < 1",
            "quantile(1*y[0]) < 1",
            "quantile(1*y[0], 0) < 1",
            "quantile(1*y[0], 1) < 1",
            "cvar(1*y[0], 3/2) < 1",
            "E(1*y[0]) + E(1*y[1]) < 1",
            "(E(1*y[0]) + E(1*y[1]) + E(1*y[2])) < 1",
            "(E(1*y[0]) ^ 2) < 1",
            "(E(1*y[0]) +1) < 1",
            "((E(1*y[0]) + 1)) < 1",
            "abs() < 1",
            "1/2 < 1",
            "(1 + 2) = ?",
            "cdf(1*y[0] < 1) at 3 points",
            "cdf(1*y[0] | 1*y[1]) at 3 points")) {
      refused(with(claim));
    }
  }

  @Test
  void nestingAndSizesHaveLimits() throws StatementException {
    String atom = "1*y[0] < 1";
    for (int depth : new int[] {1, 50, 98}) {
      String text = with("P(" + "not ".repeat(depth) + atom + ") < 1");
      assertEquals(text, Statement.parse(text).canonical());
    }
    refused(with("P(" + "not ".repeat(99) + atom + ") < 1"));
    for (int depth : new int[] {100, 101, 5_000, 200_000}) {
      String reason = refused(with("P(" + "not ".repeat(depth) + atom + ") < 1")).getMessage();
      assertTrue(reason.contains("more than 100"), reason);
      refused(with("abs(".repeat(depth) + "E(1*y[0])" + ")".repeat(depth) + " < 1"));
      refused(with("(".repeat(depth) + "E(1*y[0])" + " + 1)".repeat(depth) + " < 1"));
      refused(
          with("P(" + "(".repeat(depth) + atom + (" and " + atom + ")").repeat(depth) + ") < 1"));
    }
    String most = with("P((" + atom + (" and " + atom).repeat(999) + ")) < 1");
    assertEquals(most, Statement.parse(most).canonical());
    String more = with("P((" + atom + (" and " + atom).repeat(1_000) + ")) < 1");
    assertTrue(refused(more).getMessage().contains("at most 1000 comparisons"));
  }

  @Test
  void severalNetworksCountTheirOutputsThrough() throws StatementException {
    String line =
        GOOD.lines().filter(l -> l.startsWith("network sha256")).findFirst().orElseThrow();
    String second = line.replace("0123", "3210").replace("outputs 3", "outputs 2");
    String two =
        GOOD.replace("networks 1\n" + line, "networks 2\n" + line + "\n" + second)
            .replace("-1/10*y[2]", "-1/10*y[4]");
    Statement statement = Statement.parse(two);
    assertEquals(two, statement.canonical());
    assertEquals(5, statement.outputs());
    assertEquals(
        List.of(3, 2), statement.networks().stream().map(NetworkReference::outputs).toList());
    refused(two.replace("y[4]", "y[5]"));
    refused(two.replace("networks 2", "networks 1"));
    refused(two.replace("networks 2", "networks 3"));
    String many = GOOD.replace("networks 1\n" + line, "networks 17" + ("\n" + line).repeat(17));
    refused(many);
    String sixteen = GOOD.replace("networks 1\n" + line, "networks 16" + ("\n" + line).repeat(16));
    assertEquals(48, Statement.parse(sixteen).outputs());
  }

  @Test
  void quantitiesMayHaveMorePartsThanLevels() throws StatementException {
    String sum = "E(1*y[0])";
    for (int level = 0; level < 7; level++) {
      sum = "(" + sum + " + " + sum + ")";
    }
    String claim = with(sum + " = ?");
    assertEquals(claim, Statement.parse(claim).canonical());
  }

  @Test
  void formsOfManyOutputsHaveALimit() throws StatementException {
    String atom = "1*y[524287] < 1";
    String four = with("P((" + atom + (" and " + atom).repeat(3) + ")) = ?");
    String most = four.replace("outputs 3", "outputs 524288");
    assertEquals(most, Statement.parse(most).canonical());
    String reason = refused(most.replace("((", "((" + atom + " and ")).getMessage();
    assertTrue(reason.contains("too many forms"), reason);
  }
}
