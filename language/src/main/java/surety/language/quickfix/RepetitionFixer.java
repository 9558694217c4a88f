package surety.language.quickfix;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.language.problems.IssueCodes;
import surety.language.sure.Assignment;
import surety.language.sure.Option;
import surety.language.sure.SemanticsDeclaration;
import surety.language.sure.SettingsDeclaration;
import surety.language.translation.Text;

/** Deletes what is given a second time. */
final class RepetitionFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<? extends EObject> repeated =
        switch (place.code()) {
          case IssueCodes.INPUT_REPEATED -> place.part(Assignment.class);
          case IssueCodes.SETTINGS_REPEATED -> place.part(SettingsDeclaration.class);
          case IssueCodes.OPTION_REPEATED -> place.part(Option.class);
          default -> place.part(SemanticsDeclaration.class);
        };
    if (repeated.isEmpty()) {
      return List.of();
    }
    INode node = NodeModelUtils.getNode(repeated.get());
    return List.of(
        new QuickFix(
            "Delete '" + Text.of(repeated.get()) + "'",
            place.lines().deletion(node.getOffset(), node.getEndOffset())));
  }
}
