package surety.language.ide.signature;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.signatureHelp.ISignatureHelpService;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import surety.language.translation.CdfForms;
import surety.language.translation.Family;
import surety.language.translation.Form;
import surety.language.translation.Function;
import surety.language.translation.Parameter;

/** Shows what a distribution or function takes, and which part of it one is writing. */
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
    ICompositeNode root = resource.getParseResult().getRootNode();
    return Caret.at(root, offset)
        .map(SureSignatureHelp::help)
        .or(() -> CallCaret.at(root, offset).map(SureSignatureHelp::help))
        .orElse(EMPTY);
  }

  private static SignatureHelp help(CallCaret caret) {
    return Function.ofWord(caret.word())
        .map(function -> help(function, caret))
        .orElseGet(() -> cdf(caret));
  }

  /** All ways to write it, with the one that is being written as the active one. */
  private static SignatureHelp cdf(CallCaret caret) {
    List<SignatureInformation> signatures = new ArrayList<>();
    for (CdfForms.Form form : CdfForms.all()) {
      signatures.add(signature(CdfForms.MEANING, form.usage(), form.parameters()));
    }
    int active = CdfForms.index(caret.place(), caret.isCondition());
    int last = CdfForms.all().get(active).parameters().size() - 1;
    return new SignatureHelp(
        signatures, active, caret.isCondition() ? last : Math.min(caret.place(), last));
  }

  /** With a condition in a signature of its own. */
  private static SignatureHelp help(Function function, CallCaret caret) {
    List<String> parameters = function.parameters();
    List<SignatureInformation> signatures = new ArrayList<>();
    signatures.add(signature(function.meaning(), function.usage(), parameters));
    if (!function.takesCondition()) {
      return new SignatureHelp(signatures, 0, active(function, caret));
    }
    List<String> all = new ArrayList<>(parameters);
    all.add("condition");
    String label = function.word() + "(" + String.join(" | ", all) + ")";
    signatures.add(signature(function.meaning(), label, all));
    return caret.isCondition()
        ? new SignatureHelp(signatures, 1, parameters.size())
        : new SignatureHelp(signatures, 0, active(function, caret));
  }

  /** Of as many values as one likes, all are as the last. */
  private static int active(Function function, CallCaret caret) {
    int last = function.parameters().size() - 1;
    return function.takes(last + 2) ? Math.min(caret.place(), last) : caret.place();
  }

  private static SignatureInformation signature(
      String meaning, String label, List<String> parameters) {
    return new SignatureInformation(
        label,
        meaning,
        parameters.stream()
            .map(name -> new ParameterInformation(name, Function.meaning(name)))
            .toList());
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
