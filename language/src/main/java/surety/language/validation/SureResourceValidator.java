package surety.language.validation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.BasicDiagnostic;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EValidator;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CancelableDiagnostician;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;
import org.eclipse.xtext.validation.impl.ConcreteSyntaxEValidator;
import surety.language.linking.SureResource;
import surety.language.loop.Loops;
import surety.language.model.Elements;
import surety.language.model.Variables;
import surety.language.sure.Element;
import surety.language.sure.SureFile;
import surety.language.translation.ElementKeys;
import surety.language.translation.NamedEvents;

/**
 * Runs all validators, and never goes on without one: where Xtext logs an exception of a validator
 * and takes the part for valid, here the exception is passed on. A specification would otherwise be
 * checked of which nobody has seen whether it is right.
 *
 * <p>An element in which nothing was wrong when the document was read before, and which depends on
 * nothing that changed since, is not looked at again.
 *
 * <p>Leaves out messages that only follow from others: in a network, distribution, property or
 * query that cannot be parsed, only the first syntax error is shown, and nothing in what uses it.
 * If the parser lost its way outside of these, everything behind is missing, and only syntax errors
 * are shown.
 */
public class SureResourceValidator extends ResourceValidatorImpl {
  /** Nothing is wrong in an element itself. */
  private record Sound() {}

  /** Much more than any message has to say in its own words. */
  private static final int LONGEST = 1_200;

  @Inject private ElementKeys keys;
  @Inject private EValidator.Registry validators;

  @Override
  public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator cancelled) {
    List<Issue> issues = all(resource, mode, cancelled);
    issues.forEach(SureResourceValidator::shorten);
    if (issues.stream().noneMatch(Issue::isSyntaxError)) {
      return issues;
    }
    return filtered(issues, elements(resource));
  }

  /** A message may quote a number of thousands of digits; the way out stands at its end. */
  private static void shorten(Issue issue) {
    String message = issue.getMessage();
    if (message != null && message.length() > LONGEST && issue instanceof Issue.IssueImpl found) {
      String end = message.substring(message.length() - LONGEST / 3);
      found.setMessage(message.substring(0, LONGEST / 2) + "..." + end);
    }
  }

  private List<Issue> all(Resource resource, CheckMode mode, CancelIndicator cancelled) {
    CancelIndicator indicator = cancelled == null ? CancelIndicator.NullImpl : cancelled;
    List<Issue> issues = new ArrayList<>();
    List<Element> unknown =
        elements(resource).values().stream().filter(e -> !isSound(e, mode)).toList();
    for (Element element : unknown) {
      getOperationCanceledManager().checkCanceled(indicator);
      EcoreUtil.resolveAll(element);
    }
    if (mode.shouldCheck(CheckType.FAST)) {
      collectResourceDiagnostics(resource, indicator, issues::add);
    }
    List<Integer> places = issues.stream().map(Issue::getOffset).toList();
    for (EObject file : resource.getContents()) {
      accept(checkedWithoutElements(file, options(mode, indicator)), issues);
    }
    for (Element element : unknown) {
      BasicDiagnostic found = new BasicDiagnostic();
      getDiagnostician().validate(element, found, options(mode, indicator));
      accept(found, issues);
      if (mode == CheckMode.ALL && found.getChildren().isEmpty() && !isAnyIn(element, places)) {
        rememberAsSound(element);
      }
    }
    return issues;
  }

  /** What concerns the file as a whole. */
  private BasicDiagnostic checkedWithoutElements(EObject file, Map<Object, Object> options) {
    BasicDiagnostic found = new BasicDiagnostic();
    validators.getEValidator(file.eClass().getEPackage()).validate(file, found, options);
    return found;
  }

  private void accept(BasicDiagnostic found, List<Issue> issues) {
    for (Diagnostic child : found.getChildren()) {
      refuseException(child);
      issueFromEValidatorDiagnostic(child, issues::add);
    }
  }

  /** Whether nothing was wrong in an element when it was read before, nor can be since. */
  private boolean isSound(Element element, CheckMode mode) {
    return mode == CheckMode.ALL
        && keys.of(element)
            .flatMap(key -> SureResource.memoryAround(element).find(key, Sound.class))
            .isPresent();
  }

  /** Not if a name in it means nothing: of very many such names not all have a message. */
  private void rememberAsSound(Element element) {
    if (EcoreUtil.UnresolvedProxyCrossReferencer.find(element).isEmpty()) {
      keys.of(element)
          .ifPresent(key -> SureResource.memoryAround(element).keep(key, Sound.class, new Sound()));
    }
  }

  /** Something that is said of no place may concern any element. */
  private static boolean isAnyIn(Element element, List<Integer> places) {
    INode node = NodeModelUtils.getNode(element);
    return places.stream()
        .anyMatch(
            place ->
                place == null
                    || (node.getTotalOffset() <= place && place <= node.getTotalEndOffset()));
  }

  /** Xtext wraps the exception of a validator into a message that names nothing. */
  private static void refuseException(Diagnostic found) {
    for (Object part : found.getData()) {
      if (part instanceof Throwable cause) {
        throw new IllegalStateException("a validator failed", cause);
      }
    }
  }

  /** What Xtext's validators and EMF want to know. */
  private Map<Object, Object> options(CheckMode mode, CancelIndicator cancelled) {
    Map<Object, Object> options = new HashMap<>();
    options.put(CheckMode.KEY, mode);
    options.put(CancelableDiagnostician.CANCEL_INDICATOR, cancelled);
    options.put(ConcreteSyntaxEValidator.DISABLE_CONCRETE_SYNTAX_EVALIDATOR, true);
    options.put(EValidator.class, getDiagnostician());
    return options;
  }

  private static List<Issue> filtered(List<Issue> issues, NavigableMap<Integer, Element> elements) {
    List<Issue> kept = new ArrayList<>();
    Set<Optional<Element>> broken = new HashSet<>();
    for (Issue issue : issues) {
      if (issue.isSyntaxError() && broken.add(around(issue, elements))) {
        kept.add(issue);
      }
    }
    if (broken.contains(Optional.<Element>empty())) {
      return kept;
    }
    for (Issue issue : issues) {
      Optional<Element> element = around(issue, elements);
      if (!issue.isSyntaxError() && element.isPresent() && !isUnclear(element.get(), broken)) {
        kept.add(issue);
      }
    }
    return kept;
  }

  /** Whether a part cannot be parsed, or is about one that cannot. */
  private static boolean isUnclear(Element element, Set<Optional<Element>> broken) {
    return broken.contains(Optional.of(element))
        || Loops.around(element)
            .filter(loop -> broken.contains(Optional.<Element>of(loop)))
            .isPresent()
        || Variables.distributionAround(element)
            .filter(distribution -> broken.contains(Optional.<Element>of(distribution)))
            .isPresent()
        || Variables.networksAround(element).stream()
            .anyMatch(network -> broken.contains(Optional.<Element>of(network)))
        || NamedEvents.in(element).stream()
            .anyMatch(event -> broken.contains(Optional.<Element>of(event)));
  }

  /** The element that an issue is in; none between elements, or if it is about the whole file. */
  private static Optional<Element> around(Issue issue, NavigableMap<Integer, Element> elements) {
    boolean isAboutAll = issue.getLength() == null || issue.getLength() == 0;
    if (issue.getOffset() == null || (isAboutAll && !issue.isSyntaxError())) {
      return Optional.empty();
    }
    return Optional.ofNullable(elements.floorEntry(issue.getOffset()))
        .map(Map.Entry::getValue)
        .filter(element -> issue.getOffset() <= NodeModelUtils.getNode(element).getEndOffset());
  }

  private static NavigableMap<Integer, Element> elements(Resource resource) {
    return !resource.getContents().isEmpty()
            && resource.getContents().get(0) instanceof SureFile file
        ? Elements.byStart(file)
        : Collections.emptyNavigableMap();
  }
}
