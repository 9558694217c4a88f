package surety.language.translation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.xtext.EcoreUtil2;
import surety.language.law.World;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.VariableReference;

/**
 * A line of a distribution, or all the lines with {@code given} for the same inputs, which are read
 * where the last of them stands.
 *
 * @param targets the inputs that it is for, without those of which a later line says something else
 * @param isComplete whether it is known which inputs it is for
 */
record Line(List<Assignment> lines, List<Integer> targets, boolean isComplete) {
  /** Keeps copies. */
  Line {
    lines = List.copyOf(lines);
    targets = List.copyOf(targets);
  }

  /** The lines of a distribution. */
  static List<Line> of(
      DistributionDeclaration distribution, List<NetworkDeclaration> networks, int inputs) {
    Map<Object, List<Assignment>> groups = new LinkedHashMap<>();
    for (Assignment assignment : distribution.getAssignments()) {
      List<Integer> targets = Targets.of(assignment, networks);
      Object key = assignment.getCondition() == null ? assignment : targets;
      List<Assignment> group = groups.remove(key);
      List<Assignment> all = group == null ? new ArrayList<>() : group;
      all.add(assignment);
      groups.put(key, all);
    }
    List<Line> lines = new ArrayList<>();
    groups.values().forEach(group -> lines.add(of(group, networks, inputs)));
    return withoutReplaced(lines, networks);
  }

  private static Line of(List<Assignment> group, List<NetworkDeclaration> networks, int inputs) {
    Assignment first = group.get(0);
    if (first.getWhole() != null) {
      return new Line(group, IntStream.range(0, inputs).boxed().toList(), true);
    }
    List<Integer> all = Targets.of(first, networks);
    List<Integer> known = all.stream().filter(index -> index < inputs).distinct().toList();
    boolean isKnown =
        first.getVariables().stream().allMatch(v -> !Targets.of(v, networks).isEmpty());
    return new Line(group, known, isKnown && known.size() == all.size());
  }

  /** Without the distributions that a later line replaces, unless it makes use of them. */
  private static List<Line> withoutReplaced(List<Line> lines, List<NetworkDeclaration> networks) {
    Map<Integer, Integer> last = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      for (int target : lines.get(i).targets) {
        last.put(target, i);
      }
    }
    List<Line> result = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      int place = i;
      boolean isRandom = line.lines.get(0).getDistribution() != null;
      List<Integer> kept =
          line.targets.stream()
              .filter(
                  target ->
                      !isRandom
                          || !Targets.areMany(line.lines.get(0))
                          || last.get(target) == place
                          || lines.get(last.get(target)).speaksOf(target, networks))
              .toList();
      result.add(new Line(line.lines, kept, line.isComplete));
    }
    return result;
  }

  private boolean speaksOf(int input, List<NetworkDeclaration> networks) {
    return lines.stream()
        .flatMap(line -> EcoreUtil2.getAllContentsOfType(line, VariableReference.class).stream())
        .filter(reference -> !(reference.eContainer() instanceof Assignment))
        .anyMatch(
            reference ->
                Coordinate.of(reference, networks).filter(c -> c.index() == input).isPresent());
  }

  /** Whether it takes fixed values from a file. */
  boolean isFile() {
    return lines.get(0).getFile() != null || lines.get(0).getWhole() != null;
  }

  /** The inputs that are drawn together, one after the other. */
  List<List<Integer>> groups() {
    return lines.get(0).isJoint() ? List.of(targets) : targets.stream().map(List::of).toList();
  }

  /** How its inputs are written. */
  String name() {
    return Targets.name(lines.get(0));
  }

  /** The parts of a world in which one of the lines holds. */
  List<CaseReader.Part> parts(World world, Sampling sampling) {
    return lines.get(0).getCondition() == null
        ? List.of(new CaseReader.Part(world, lines.get(0)))
        : new CaseReader(sampling, lines).parts(world);
  }
}
