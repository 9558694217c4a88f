package surety.eclipse.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import surety.eclipse.text.Lines;

class FixProcessorTest {
  private static final String URI = "file:///elsewhere/fixes.sure";
  private static final String TEXT = "property rare:\n  P(sum > 1) < 1;\n\n";

  private final IDocument document = new Document(TEXT);
  private final AnnotationModel model = new AnnotationModel();
  private final FixProcessor processor = new FixProcessor();

  @BeforeEach
  void problems() {
    model.connect(document);
    Diagnostic known = problem(1, 4, 7, "no output 'sum'");
    Diagnostic hopeless = problem(0, 9, 13, "nothing can be done");
    show(List.of(known, hopeless));
    FixCatalog.get().put(URI, List.of(fix("Change it to 'some'", known), fix("Other", null)));
  }

  private void show(List<Diagnostic> problems) {
    Lines lines = new Lines(TEXT);
    ProblemAnnotations.show(
        URI,
        problems.stream().map(each -> Problem.attributes(each, lines)).toList(),
        model,
        TEXT.length());
  }

  private static Diagnostic problem(int line, int start, int end, String message) {
    return new Diagnostic(new Range(new Position(line, start), new Position(line, end)), message);
  }

  private static CodeAction fix(String title, Diagnostic against) {
    CodeAction action = new CodeAction(title);
    action.setDiagnostics(against == null ? null : List.of(against));
    return action;
  }

  @Test
  void fixesAreOfferedWhereTheProblemIsAndInItsLine() {
    List<String> fixes = List.of("Change it to 'some'");
    assertEquals(fixes, at(TEXT.indexOf("sum")));
    assertEquals(fixes, at(TEXT.indexOf("sum") + 3));
    assertEquals(fixes, at(TEXT.indexOf("< 1")));
  }

  @Test
  void aProblemWithoutATextIsEverywhereInItsLine() {
    Diagnostic missing = problem(0, 0, 0, "a line is missing");
    show(List.of(missing));
    FixCatalog.get().put(URI, List.of(fix("Add it", missing)));
    assertEquals(1, ProblemAnnotation.at(model, document, TEXT.indexOf("rare")).size());
    assertEquals(List.of("Add it"), at(TEXT.indexOf("rare")));
    assertEquals(0, ProblemAnnotation.at(model, document, TEXT.indexOf("sum")).size());
    assertEquals(List.of(), at(TEXT.indexOf("sum")));
  }

  @Test
  void nothingIsOfferedElsewhere() {
    assertEquals(List.of(), at(TEXT.length()));
    assertEquals(List.of(), at(0));
    assertEquals(List.of(), at(TEXT.indexOf("rare")));
    assertEquals(List.of(), at(TEXT.length() + 50));
  }

  @Test
  void withoutProblemsThereIsNothing() {
    ProblemAnnotations.show(URI, List.of(), model, TEXT.length());
    assertEquals(List.of(), at(TEXT.indexOf("sum")));
  }

  @Test
  void aViewerWithoutAnnotationsIsNoFault() {
    assertEquals(0, processor.computeQuickAssistProposals(place(null, 0)).length);
  }

  @Test
  void onlyAProblemWithAFixCanBeFixed() {
    assertTrue(processor.canFix(annotation("sum")));
    assertFalse(processor.canFix(annotation("rare")));
    assertFalse(processor.canFix(new Annotation("org.eclipse.text", false, "another")));
    assertFalse(processor.canAssist(place(model, 0)));
  }

  private ProblemAnnotation annotation(String word) {
    return ProblemAnnotation.at(model, document, TEXT.indexOf(word) + 1).get(0);
  }

  private List<String> at(int offset) {
    return Stream.of(processor.computeQuickAssistProposals(place(model, offset)))
        .map(ICompletionProposal::getDisplayString)
        .toList();
  }

  private IQuickAssistInvocationContext place(AnnotationModel annotations, int offset) {
    ISourceViewer viewer =
        proxy(
            ISourceViewer.class,
            Map.of("getDocument", document),
            annotations == null ? Map.of() : Map.of("getAnnotationModel", annotations));
    return proxy(
        IQuickAssistInvocationContext.class,
        Map.of("getSourceViewer", viewer, "getOffset", offset, "getLength", -1),
        Map.of());
  }

  private static <T> T proxy(Class<T> type, Map<String, Object> answers, Map<String, ?> others) {
    Object made =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answers.getOrDefault(method.getName(), others.get(method.getName())));
    return type.cast(made);
  }
}
