package surety.language.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import surety.language.model.Variables;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.LoopAssignment;
import surety.language.sure.LoopConditional;
import surety.language.sure.LoopConstant;
import surety.language.sure.LoopDeclaration;
import surety.language.sure.LoopStatement;
import surety.language.sure.LoopVariable;

/** Which names stand for what in loops and in claims about them. */
public final class Loops {
  private Loops() {}

  /** The loop that a part stands in or is claimed of. */
  public static Optional<LoopDeclaration> around(EObject part) {
    ClaimDeclaration claim = EcoreUtil2.getContainerOfType(part, ClaimDeclaration.class);
    LoopDeclaration loop =
        claim != null
            ? claim.getLoop()
            : EcoreUtil2.getContainerOfType(part, LoopDeclaration.class);
    return Variables.resolved(loop);
  }

  /** The variables, each where it is given a value first, in the order of the text. */
  public static List<LoopVariable> variables(LoopDeclaration loop) {
    Map<String, LoopVariable> first = new LinkedHashMap<>();
    add(loop.getStart(), first);
    add(loop.getStep(), first);
    return new ArrayList<>(first.values());
  }

  private static void add(List<LoopStatement> block, Map<String, LoopVariable> first) {
    for (LoopStatement statement : block) {
      if (statement instanceof LoopAssignment assignment) {
        for (LoopVariable target : assignment.getTargets()) {
          if (target.getName() != null) {
            first.putIfAbsent(target.getName(), target);
          }
        }
      } else if (statement instanceof LoopConditional conditional) {
        add(conditional.getThen(), first);
        add(conditional.getOtherwise(), first);
      }
    }
  }

  /** The constants that the loop has for itself. */
  public static List<LoopConstant> constants(LoopDeclaration loop) {
    return loop.getConstants().stream().flatMap(some -> some.getConstants().stream()).toList();
  }
}
