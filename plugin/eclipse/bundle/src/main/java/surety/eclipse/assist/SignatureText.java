package surety.eclipse.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import surety.eclipse.text.Markdown;
import surety.eclipse.text.Span;

/**
 * What can be written at a place.
 *
 * @param text all forms, a line for each, and what they mean
 * @param current the parameter that is being written, as a part of the text; empty if there is none
 */
record SignatureText(String text, Optional<Span> current) {
  /** Nothing if nothing is known of the place. */
  static Optional<SignatureText> of(SignatureHelp help) {
    if (help == null || help.getSignatures() == null || help.getSignatures().isEmpty()) {
      return Optional.empty();
    }
    List<SignatureInformation> forms = help.getSignatures();
    List<String> lines = new ArrayList<>();
    forms.forEach(form -> lines.add(form.getLabel()));
    int active = help.getActiveSignature() == null ? 0 : help.getActiveSignature();
    Optional<Span> current = Optional.empty();
    if (active >= 0 && active < forms.size()) {
      int before = lines.subList(0, active).stream().mapToInt(line -> line.length() + 1).sum();
      current =
          parameter(forms.get(active), help.getActiveParameter())
              .map(span -> new Span(before + span.offset(), span.length()));
    }
    meaning(forms.get(0)).ifPresent(lines::add);
    return Optional.of(new SignatureText(String.join("\n", lines), current));
  }

  /** The one of the form itself counts before the one of all forms. */
  private static Optional<Span> parameter(SignatureInformation form, Integer ofAll) {
    Integer active = form.getActiveParameter() == null ? ofAll : form.getActiveParameter();
    List<ParameterInformation> parameters = form.getParameters();
    boolean isThere =
        active != null && parameters != null && active >= 0 && active < parameters.size();
    return isThere ? place(form.getLabel(), parameters.get(active)) : Optional.empty();
  }

  private static Optional<Span> place(String label, ParameterInformation parameter) {
    int start = -1;
    int end = -1;
    if (parameter.getLabel() != null && parameter.getLabel().isLeft()) {
      start = label.indexOf(parameter.getLabel().getLeft());
      end = start + parameter.getLabel().getLeft().length();
    } else if (parameter.getLabel() != null) {
      start = parameter.getLabel().getRight().getFirst();
      end = parameter.getLabel().getRight().getSecond();
    }
    boolean isInside = start >= 0 && start < end && end <= label.length();
    return isInside ? Optional.of(new Span(start, end - start)) : Optional.empty();
  }

  private static Optional<String> meaning(SignatureInformation form) {
    if (form.getDocumentation() == null) {
      return Optional.empty();
    }
    String words =
        form.getDocumentation().isLeft()
            ? form.getDocumentation().getLeft()
            : Markdown.plain(form.getDocumentation().getRight().getValue());
    return Optional.of(words).filter(each -> !each.isBlank());
  }
}
