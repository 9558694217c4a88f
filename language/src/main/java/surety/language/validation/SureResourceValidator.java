package surety.language.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;
import surety.language.sure.Element;
import surety.language.sure.SureFile;

/**
 * Leaves out messages that only follow from others: in a network, distribution, property or query
 * that cannot be parsed, only the first syntax error is shown. If the parser lost its way outside
 * of these, everything behind is missing, and only syntax errors are shown.
 */
public class SureResourceValidator extends ResourceValidatorImpl {
  @Override
  public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator cancelled) {
    List<Issue> issues = super.validate(resource, mode, cancelled);
    if (issues.stream().noneMatch(Issue::isSyntaxError)) {
      return issues;
    }
    return filtered(issues, elements(resource));
  }

  private static List<Issue> filtered(List<Issue> issues, NavigableMap<Integer, Integer> elements) {
    List<Issue> kept = new ArrayList<>();
    Set<Integer> broken = new HashSet<>();
    boolean lost = false;
    for (Issue issue : issues) {
      if (issue.isSyntaxError()) {
        int place = place(issue, elements);
        lost |= place < 0;
        if (broken.add(place)) {
          kept.add(issue);
        }
      }
    }
    if (!lost) {
      for (Issue issue : issues) {
        if (!issue.isSyntaxError()
            && !isAboutAll(issue)
            && !broken.contains(place(issue, elements))) {
          kept.add(issue);
        }
      }
    }
    return kept;
  }

  /** What is missing in the whole file may be there, in a part that could not be parsed. */
  private static boolean isAboutAll(Issue issue) {
    return issue.getLength() == null || issue.getLength() == 0;
  }

  /** Where an element begins that an issue is in; a number below 0 between elements. */
  private static int place(Issue issue, NavigableMap<Integer, Integer> elements) {
    int offset = issue.getOffset() == null ? 0 : issue.getOffset();
    Map.Entry<Integer, Integer> element = elements.floorEntry(offset);
    return element == null || offset > element.getValue() ? -1 : element.getKey();
  }

  /** Where elements begin and end. */
  private static NavigableMap<Integer, Integer> elements(Resource resource) {
    NavigableMap<Integer, Integer> elements = new TreeMap<>();
    if (!resource.getContents().isEmpty()
        && resource.getContents().get(0) instanceof SureFile file) {
      for (Element element : file.getElements()) {
        ICompositeNode node = NodeModelUtils.getNode(element);
        if (node != null) {
          elements.put(node.getOffset(), node.getEndOffset());
        }
      }
    }
    return elements;
  }
}
