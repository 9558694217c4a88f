package surety.eclipse.problems;

import java.util.stream.Collectors;
import org.eclipse.core.resources.IMarker;

/** What else there is to know of a problem: a witness, the heaviest cells. */
public final class Related {
  private Related() {}

  /** As a list in Markdown; empty if there is nothing, or the marker is of somebody else. */
  public static String markdown(IMarker marker) {
    String related = marker.getAttribute(Problem.RELATED, "");
    return related.lines().map(line -> "- " + line + "\n").collect(Collectors.joining());
  }
}
