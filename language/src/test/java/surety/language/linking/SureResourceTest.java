package surety.language.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.testing.InjectWith;
import org.eclipse.xtext.testing.extensions.InjectionExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.SureInjectorProvider;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.SureFactory;
import surety.language.sure.SureFile;

@ExtendWith(InjectionExtension.class)
@InjectWith(SureInjectorProvider.class)
class SureResourceTest {
  private static final int CASES = 60;

  /** Counts the messages that are composed. */
  private static final class CountingMessages extends LinkingMessages {
    private boolean isPlain;
    private int composed;

    @Override
    public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
      composed++;
      return isPlain
          ? new DiagnosticMessage("no " + context.getLinkText(), Severity.ERROR, "code")
          : super.getUnresolvedProxyMessage(context);
    }
  }

  @Inject private Provider<XtextResourceSet> sets;
  @Inject private Provider<SureResource> ours;
  @Inject private Provider<LazyLinkingResource> xtexts;
  private final CountingMessages messages = new CountingMessages();

  /** Reads a text, and looks up what each name means. */
  private <T extends LazyLinkingResource> T read(T resource, String text) throws IOException {
    resource.setURI(URI.createURI("s.sure"));
    sets.get().getResources().add(resource);
    resource.setDiagnosticMessageProvider(messages);
    resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of());
    EcoreUtil.resolveAll(resource);
    return resource;
  }

  private static List<String> errors(LazyLinkingResource resource) {
    return resource.getErrors().stream()
        .map(e -> e.getLine() + ":" + e.getColumn() + " " + e.getMessage())
        .sorted()
        .toList();
  }

  private static void declare(LazyLinkingResource resource, String name) {
    DistributionDeclaration declaration = SureFactory.eINSTANCE.createDistributionDeclaration();
    declaration.setName(name);
    ((SureFile) resource.getContents().get(0)).getElements().add(declaration);
  }

  private int composed(LazyLinkingResource resource, String text) throws IOException {
    messages.composed = 0;
    assertEquals(1, errors(read(resource, text)).size());
    return messages.composed;
  }

  /** Not even where there is a message elsewhere. */
  @Test
  void aNameThatIsFoundComposesNoMessage() throws IOException {
    String unknown = "network N = \"n\" { input a; output b; }\nquery q: cdf(b) under E;\n";
    String found = "distribution D for N { a = 1; }\nproperty p: P(b > 0) < 1 under D;\n";
    int alone = composed(ours.get(), unknown);
    assertEquals(alone, composed(ours.get(), unknown + found));
    assertTrue(
        composed(xtexts.get(), unknown + found) > alone,
        "Xtext does so no more, and this class is not needed");
  }

  @Test
  void aNameThatIsFoundLaterLosesItsMessageAndNoOther() throws IOException {
    messages.isPlain = true;
    SureResource resource =
        read(ours.get(), "query p: cdf(y[0]) under E;\nquery q: cdf(y[0]) under F;\nquery r: cdf(");
    List<String> before = errors(resource);
    assertTrue(before.contains("1:26 no E"), before::toString);
    declare(resource, "E");
    EcoreUtil.resolveAll(resource);
    assertEquals(before.stream().filter(e -> !e.endsWith("no E")).toList(), errors(resource));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "query q: cdf(y[0]) under ;",
        "query q: cdf(y[0]) under E",
        "query q: cdf(y[0]) under E;\nquery q: cdf(y[0]) under E;",
        "distribution D for N { a = 1; }",
        "distribution for { = ; }",
        "\u0000"
      })
  void whatIsNotFoundSaysSoOnce(String text) throws IOException {
    SureResource resource = read(ours.get(), text);
    List<String> before = errors(resource);
    EcoreUtil.resolveAll(resource);
    assertEquals(before, errors(resource));
    assertEquals(before.stream().distinct().toList(), before);
    assertEquals(errors(read(xtexts.get(), text)), before);
  }

  private static String text(SplittableRandom random) {
    List<String> pieces =
        List.of(
            "network N = \"n\" { input a; output b; }\n",
            "network M = \"m\";\n",
            "distribution D for N { a = 1; }\n",
            "distribution E for M { b = 1; }\n",
            "distribution F for O { x[0] = 1; }\n",
            "query q: cdf(b) under D;\n",
            "query r: cdf(c + b) under E;\n",
            "property p: P(b > a) < 1 under F; ",
            "property p: P(y[0] > 0) < 1 under G;\n",
            "query q: cdf(",
            "} ");
    StringBuilder text = new StringBuilder();
    for (int k = random.nextInt(10); k > 0; k--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  /** The same messages as Xtext's own class has, which composes all of them. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void messagesComeAndGoAsWithXtext(boolean isPlain) throws IOException {
    messages.isPlain = isPlain;
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < CASES; i++) {
      String text = text(random);
      SureResource resource = read(ours.get(), text);
      LazyLinkingResource oracle = read(xtexts.get(), text);
      assertEquals(errors(oracle), errors(resource), text);
      List<String> names = new ArrayList<>(List.of("D", "E", "F", "G"));
      while (!names.isEmpty() && !resource.getContents().isEmpty()) {
        String name = names.remove(random.nextInt(names.size()));
        declare(resource, name);
        declare(oracle, name);
        EcoreUtil.resolveAll(resource);
        EcoreUtil.resolveAll(oracle);
        assertEquals(errors(oracle), errors(resource), text);
      }
    }
  }
}
