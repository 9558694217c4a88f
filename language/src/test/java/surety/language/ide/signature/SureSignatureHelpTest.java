package surety.language.ide.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.util.CancelIndicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.ParsedSpecification;
import surety.language.translation.CdfForms;
import surety.language.translation.Family;
import surety.language.translation.Function;

class SureSignatureHelpTest {
  private static SignatureHelp behind(String text) {
    return at("distribution D for N { a ~ " + text);
  }

  private static SignatureHelp at(String line) {
    return new SureSignatureHelp()
        .getSignatureHelp(
            new Document(1, line),
            new ParsedSpecification(Path.of("half.sure"), line).resource(),
            new SignatureHelpParams(
                new TextDocumentIdentifier("file:///half.sure"), new Position(0, line.length())),
            CancelIndicator.NullImpl);
  }

  /** An editor searches the names of the parameters in the signature, from the left. */
  @ParameterizedTest
  @EnumSource
  void parametersAreFoundInOrder(Family family) {
    for (String text : List.of("(", "(1) on [")) {
      for (SignatureInformation signature : behind(family.word() + text).getSignatures()) {
        int from = signature.getLabel().indexOf('(');
        for (ParameterInformation parameter : signature.getParameters()) {
          String name = parameter.getLabel().getLeft();
          int at = signature.getLabel().indexOf(name);
          assertTrue(at > from, signature.getLabel() + ": " + name);
          assertTrue(parameter.getDocumentation().getLeft().endsWith("."), name);
          from = at;
        }
        assertFalse(signature.getDocumentation().getLeft().isEmpty());
      }
    }
  }

  @Test
  void theActiveOneIsTheOneThatIsWritten() {
    SignatureHelp help = behind("Beta(2, ");
    assertEquals("Beta(alpha, beta)", help.getSignatures().get(0).getLabel());
    assertEquals(1, help.getSignatures().size());
    assertEquals(0, help.getActiveSignature());
    assertEquals(1, help.getActiveParameter());
  }

  @Test
  void aHistogramHasTwoForms() {
    SignatureHelp lists = behind("Histogram([0, 1], ");
    assertEquals(
        List.of("Histogram([edges], [weights])", "Histogram(\"FILE.csv\")"),
        lists.getSignatures().stream().map(SignatureInformation::getLabel).toList());
    assertEquals(0, lists.getActiveSignature());
    assertEquals(1, lists.getActiveParameter());
    assertEquals(1, behind("Histogram(\"").getActiveSignature());
  }

  @Test
  void theIntervalFollowsTheParameters() {
    SignatureHelp help = behind("Normal(0, 1) on [0, ");
    assertEquals(
        "Normal(mean, standard deviation) on [left, right]",
        help.getSignatures().get(0).getLabel());
    assertEquals(3, help.getActiveParameter());
  }

  @ParameterizedTest
  @EnumSource
  void functionsAreFoundInOrder(Function function) {
    for (SignatureInformation signature : at("query q: " + function.word() + "(").getSignatures()) {
      int from = signature.getLabel().indexOf('(');
      for (ParameterInformation parameter : signature.getParameters()) {
        String name = parameter.getLabel().getLeft();
        int at = signature.getLabel().indexOf(name);
        assertTrue(at > from, signature.getLabel() + ": " + name);
        assertTrue(parameter.getDocumentation().getLeft().endsWith("."), name);
        from = at;
      }
      assertEquals(function.meaning(), signature.getDocumentation().getLeft());
    }
  }

  @Test
  void partsOfACdfAreFoundInOrder() {
    for (SignatureInformation signature : at("query q: cdf(").getSignatures()) {
      int from = signature.getLabel().indexOf('(');
      for (ParameterInformation parameter : signature.getParameters()) {
        int at = signature.getLabel().indexOf(parameter.getLabel().getLeft());
        assertTrue(at > from, signature.getLabel());
        from = at;
      }
      assertEquals(CdfForms.MEANING, signature.getDocumentation().getLeft());
    }
  }

  /** The signature that is active, and its parameter that is, or how far one is behind them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "property p: P(; P(event); event",
        "property p: P(c > 0 and; P(event); event",
        "property p: P(c > 0 | ; P(event | condition); condition",
        "property p: 1 - E(c | d > 0 and (a; E(form | condition); condition",
        "property p: P(max(c, d; max(value1, value2); value2",
        "property p: P(max(c, d, a, b; max(value1, value2); value2",
        "property p: P(max(c, d) > 0; P(event); event",
        "property p: P((c > 0) and (argmax(; argmax(network); network",
        "property p: P(c in [0, ; P(event); event",
        "query q: quantile(c, ; quantile(form, level); level",
        "query q: quantile((c + d), ; quantile(form, level); level",
        "query q: quantile(c, 0.9, ; quantile(form, level); 2",
        "query q: Cov(c, d) / Corr(c; Corr(form1, form2); form1",
        "query q: P(max(c, (d; max(value1, value2); value2",
        "query q: P(argmax(N) in {c, ; P(event); event",
        "query q: P(argmax(N) in {c, d} | ; P(event | condition); condition",
        "query q: cdf(; cdf(form) at 100 points; form",
        "query q: cdf(c |; cdf(form | condition) at 100 points; condition",
        "query q: cdf(max(c, d), ; cdf(form1, form2) at 20 x 20 points; form2",
        "query q: cdf(c, d | c in [0, 1; cdf(form1, form2 | condition) at 20 x 20 points; condition",
        "query q: cdf(c, d, ; cdf(form1, form2, form3) at 10 x 10 x 10 points; form3",
        "query q: cdf(c, d, c, ; cdf(form1, form2, form3) at 10 x 10 x 10 points; form3",
        "query q: cdf(c | abs(; abs(value); value",
        "event e = abs(; abs(value); value"
      })
  void ofAFunctionThePartIsShownThatIsWritten(String text, String label, String parameter) {
    SignatureHelp help = at(text);
    SignatureInformation active = help.getSignatures().get(help.getActiveSignature());
    assertEquals(label, active.getLabel());
    int place = help.getActiveParameter();
    assertEquals(
        parameter,
        place < active.getParameters().size()
            ? active.getParameters().get(place).getLabel().getLeft()
            : String.valueOf(place));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query q: P(c > 0)",
        "query q: P",
        "query q: cdf",
        "query q: cdf(c) at",
        "query q: Pr(c",
        "query q: (c",
        "query q: P(c > 0; query r: ",
        "query q: P(c > 0) = ? under D; // P(",
        "query q: P(c /* P( */) + ("
      })
  void outsideOfFunctionsThereIsNone(String text) {
    assertTrue(at(text).getSignatures().isEmpty(), text);
  }

  @Test
  void elsewhereThereIsNone() {
    assertTrue(behind("Bta(").getSignatures().isEmpty());
    assertTrue(behind("Beta(2, 3)").getSignatures().isEmpty());
  }
}
