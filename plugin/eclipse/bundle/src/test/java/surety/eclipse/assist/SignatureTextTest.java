package surety.eclipse.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.eclipse.text.Span;

class SignatureTextTest {
  private static SignatureInformation beta() {
    return new SignatureInformation(
        "Beta(alpha, beta)",
        "On [0, 1].",
        List.of(new ParameterInformation("alpha"), new ParameterInformation("beta")));
  }

  private static SignatureInformation file() {
    return new SignatureInformation(
        "Beta(\"file\")", "On [0, 1].", List.of(new ParameterInformation("\"file\"")));
  }

  private static SignatureText text(Integer form, Integer parameter) {
    return SignatureText.of(new SignatureHelp(List.of(beta(), file()), form, parameter))
        .orElseThrow();
  }

  private static String current(SignatureText text) {
    return text.current()
        .map(span -> text.text().substring(span.offset(), span.end()))
        .orElse("none");
  }

  @Test
  void eachFormHasItsLineAndTheMeaningComesLast() {
    assertEquals("Beta(alpha, beta)\nBeta(\"file\")\nOn [0, 1].", text(0, 0).text());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, alpha",
    "0, 1, beta",
    "1, 0, '\"file\"'",
    ", 1, beta",
    "0, 2, none",
    "0, -1, none",
    "1, 1, none",
    "2, 0, none",
    "-1, 0, none",
    "0, , none"
  })
  void theParameterOfTheFormInUseIsTheCurrentOne(Integer form, Integer parameter, String name) {
    assertEquals(name, current(text(form, parameter)));
  }

  @Test
  void aFormKnowsItsOwnParameterBest() {
    SignatureInformation form = beta();
    form.setActiveParameter(1);
    SignatureHelp help = new SignatureHelp(List.of(form), 0, 0);
    assertEquals("beta", current(SignatureText.of(help).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({"5, 10, true", "5, 5, false", "-1, 3, false", "5, 99, false", "10, 5, false"})
  void parametersMayBeGivenAsPlaces(int start, int end, boolean isInside) {
    ParameterInformation parameter = new ParameterInformation();
    parameter.setLabel(Tuple.two(start, end));
    SignatureInformation form = beta();
    form.setParameters(List.of(parameter));
    SignatureText text = SignatureText.of(new SignatureHelp(List.of(form), 0, 0)).orElseThrow();
    assertEquals(
        isInside ? Optional.of(new Span(start, end - start)) : Optional.empty(), text.current());
  }

  @Test
  void whatIsMissingIsLeftOut() {
    assertEquals(Optional.empty(), SignatureText.of(null));
    assertEquals(Optional.empty(), SignatureText.of(new SignatureHelp()));
    SignatureHelp bare = new SignatureHelp(List.of(new SignatureInformation("Beta()")), 0, 0);
    assertEquals(
        Optional.of(new SignatureText("Beta()", Optional.empty())), SignatureText.of(bare));
    SignatureInformation other = beta();
    other.setParameters(List.of(new ParameterInformation("gamma")));
    assertEquals(
        "none", current(SignatureText.of(new SignatureHelp(List.of(other), 0, 0)).orElseThrow()));
  }

  @Test
  void markdownIsPlain() {
    SignatureInformation form = beta();
    form.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, "On **[0, 1]**."));
    SignatureText text = SignatureText.of(new SignatureHelp(List.of(form), 0, 0)).orElseThrow();
    assertEquals("Beta(alpha, beta)\nOn [0, 1].", text.text());
  }
}
