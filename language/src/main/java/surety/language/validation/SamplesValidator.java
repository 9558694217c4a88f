package surety.language.validation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionTerm;
import surety.language.sure.NamedReference;
import surety.language.sure.SurePackage;
import surety.language.sure.TextValue;
import surety.language.sure.VariableReference;
import surety.language.translation.CsvFiles;
import surety.language.translation.Family;
import surety.language.translation.SampleTable;
import surety.language.translation.Text;

/**
 * Columns of samples go to inputs by their order alone. Where a header calls them otherwise, the
 * order may not be the one that was meant.
 */
public class SamplesValidator extends ConcernValidator {
  /** A name with so many letters and digits in another is meant by it: width in width_cm. */
  private static final int TELLING = 3;

  @Inject private CsvFiles files;

  /** Checks one distribution of samples. */
  @Check
  public void areNamedAlike(DistributionTerm term) {
    Optional<Family> family = Family.ofWord(term.getFamily());
    Assignment line = EcoreUtil2.getContainerOfType(term, Assignment.class);
    if (family.filter(f -> f == Family.KDE || f == Family.EMPIRICAL).isEmpty()
        || line == null
        || term.getArguments().isEmpty()
        || !(term.getArguments().get(0).getValue() instanceof TextValue file)
        || !line.getVariables().stream().allMatch(SamplesValidator::isNamed)) {
      return;
    }
    List<String> inputs = line.getVariables().stream().map(Text::of).toList();
    List<String> columns =
        files.columns(term, file.getText()).map(SampleTable.Columns::names).orElse(List.of());
    if (columns.size() != inputs.size()) {
      return; // there is no header, or the columns do not fit, which is told elsewhere
    }
    List<String> odd = new ArrayList<>();
    List<String> meant = new ArrayList<>();
    for (int k = 0; k < inputs.size(); k++) {
      if (!areAlike(inputs.get(k), columns.get(k))) {
        odd.add("'" + columns.get(k) + "'");
        meant.add("'" + inputs.get(k) + "'");
      }
    }
    if (!odd.isEmpty()) {
      warning(
          "sample file '%s' calls %s what is read for %s; check the order of the inputs, or give the columns the inputs' names"
              .formatted(file.getText(), Names.list(odd), Names.list(meant)),
          term,
          SurePackage.Literals.DISTRIBUTION_TERM__ARGUMENTS,
          0,
          IssueCodes.SAMPLE_NAMES);
    }
  }

  private static boolean isNamed(VariableReference reference) {
    return reference instanceof NamedReference named
        && Variables.resolved(named.getVariable()).isPresent();
  }

  private static boolean areAlike(String input, String column) {
    String a = plain(input);
    String b = plain(column);
    return a.equals(b)
        || (a.length() >= TELLING && b.contains(a))
        || (b.length() >= TELLING && a.contains(b));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
