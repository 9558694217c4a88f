package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import surety.language.sure.Assignment;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.RangeReference;
import surety.language.sure.VariableReference;

/** Which inputs an assignment is for. */
public final class Targets {
  private static final int MOST = 1_000_000;

  private Targets() {}

  /** The indices, in the order in which they are written; what means nothing is left out. */
  public static List<Integer> of(Assignment assignment, List<NetworkDeclaration> networks) {
    List<Integer> indices = new ArrayList<>();
    assignment.getVariables().forEach(reference -> indices.addAll(of(reference, networks)));
    return indices;
  }

  /** The indices of one input or a range; none if it means nothing. */
  static List<Integer> of(VariableReference reference, List<NetworkDeclaration> networks) {
    return reference instanceof RangeReference range
        ? of(range)
        : Coordinate.of(reference, networks)
            .filter(Coordinate::isInput)
            .map(coordinate -> List.of(coordinate.index()))
            .orElse(List.of());
  }

  /** The indices of a range; none if it is empty, too long or no range of inputs. */
  public static List<Integer> of(RangeReference range) {
    List<Integer> indices = new ArrayList<>();
    if (range.getRange() == null) {
      return indices;
    }
    int first = first(range);
    int last = last(range);
    if (Coordinate.INPUTS.equals(range.getVector()) && last < MOST) {
      for (int i = first; i <= last; i++) {
        indices.add(i);
      }
    }
    return indices;
  }

  /** What stands in front of the sign of an assignment. */
  public static String name(Assignment assignment) {
    if (assignment.getWhole() != null) {
      return assignment.getWhole();
    }
    String names =
        assignment.getVariables().stream().map(Text::of).collect(Collectors.joining(", "));
    return assignment.isJoint() ? "(" + names + ")" : names;
  }

  /** The first index of a range. */
  public static int first(RangeReference range) {
    return Coordinate.index(range.getRange().substring(0, range.getRange().indexOf("..")));
  }

  /** The last index of a range. */
  public static int last(RangeReference range) {
    return Coordinate.index(range.getRange().substring(range.getRange().indexOf("..") + 2));
  }

  /** Whether an assignment is for many inputs, of which a later line may be for some again. */
  public static boolean areMany(Assignment assignment) {
    return assignment.getFile() != null
        || (!assignment.isJoint()
            && assignment.getVariables().stream().anyMatch(RangeReference.class::isInstance));
  }
}
