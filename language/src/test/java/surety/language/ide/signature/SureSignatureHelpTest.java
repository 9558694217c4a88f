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
import org.junit.jupiter.params.provider.EnumSource;
import surety.language.ParsedSpecification;
import surety.language.translation.Family;

class SureSignatureHelpTest {
  private static SignatureHelp behind(String text) {
    String line = "distribution D for N { a ~ " + text;
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

  @Test
  void elsewhereThereIsNone() {
    assertTrue(behind("Bta(").getSignatures().isEmpty());
    assertTrue(behind("Beta(2, 3)").getSignatures().isEmpty());
  }
}
