package surety.language.quickfix;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.language.sure.Argument;
import surety.language.sure.DistributionTerm;
import surety.language.sure.TextValue;
import surety.language.translation.Family;

/** Gives a kernel density estimate a bandwidth: by name, or one of the rules for it. */
final class BandwidthFixer implements Fixer {
  private static final String NAME = "bandwidth = ";

  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<DistributionTerm> term =
        place
            .part(DistributionTerm.class)
            .filter(t -> Family.KDE.word().equals(t.getFamily()))
            .filter(t -> !t.getArguments().isEmpty())
            .filter(t -> t.getArguments().get(0).getValue() instanceof TextValue);
    if (term.isEmpty()) {
      return List.of();
    }
    List<Argument> arguments = term.get().getArguments();
    INode last = NodeModelUtils.getNode(arguments.get(arguments.size() - 1));
    if (arguments.size() == 2 && arguments.get(1).getName() == null) {
      return List.of(
          new QuickFix("Write '" + NAME + "...'", Edit.insertion(last.getOffset(), NAME)));
    }
    return arguments.size() == 1
        ? Stream.of("scott", "silverman")
            .map(rule -> ", " + NAME + rule)
            .map(
                text ->
                    new QuickFix(
                        "Add '" + text.substring(2) + "'",
                        Edit.insertion(last.getEndOffset(), text)))
            .toList()
        : List.of();
  }
}
