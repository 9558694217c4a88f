package surety.language.ide.signature;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.signatureHelp.ISignatureHelpService;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import surety.language.translation.Family;
import surety.language.translation.Form;
import surety.language.translation.Parameter;

/** Shows what a distribution takes, and which part of it one is writing. */
public final class SureSignatureHelp implements ISignatureHelpService {
  /** Their names occur in no other part of a signature, so that editors find them in it. */
  private static final List<Parameter> INTERVAL =
      List.of(
          new Parameter("left", "Where it is cut off below.", "", ""),
          new Parameter("right", "Where it is cut off above; larger than the left end.", "", ""));

  @Override
  public SignatureHelp getSignatureHelp(
      Document document,
      XtextResource resource,
      SignatureHelpParams params,
      CancelIndicator cancel) {
    int offset = document.getOffSet(params.getPosition());
    return Caret.at(resource.getParseResult().getRootNode(), offset)
        .map(SureSignatureHelp::help)
        .orElse(EMPTY);
  }

  /** All forms of the family, with the one that is being written as the active one. */
  private static SignatureHelp help(Caret caret) {
    List<SignatureInformation> signatures = new ArrayList<>();
    Family family = caret.family();
    for (Form form : family.forms()) {
      signatures.add(signature(family, form, caret.isTruncation()));
    }
    int active = caret.isText() ? signatures.size() - 1 : 0;
    int before = caret.isTruncation() ? family.forms().get(active).parameters().size() : 0;
    return new SignatureHelp(signatures, active, before + caret.place());
  }

  private static SignatureInformation signature(Family family, Form form, boolean isTruncated) {
    List<ParameterInformation> parameters = new ArrayList<>();
    form.parameters().forEach(parameter -> parameters.add(information(parameter)));
    if (isTruncated) {
      INTERVAL.forEach(end -> parameters.add(information(end)));
    }
    String label = form.usage() + (isTruncated ? " on [left, right]" : "");
    return new SignatureInformation(label, family.meaning(), parameters);
  }

  private static ParameterInformation information(Parameter parameter) {
    return new ParameterInformation(parameter.written(), parameter.meaning());
  }
}
