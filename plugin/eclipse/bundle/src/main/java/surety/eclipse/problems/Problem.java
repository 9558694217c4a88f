package surety.eclipse.problems;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IMarker;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import surety.eclipse.text.Lines;
import surety.eclipse.text.Span;
import surety.eclipse.text.Uris;

/** What the server says of a place in a specification, as the attributes of a marker. */
final class Problem {
  /** The type of the markers. */
  static final String TYPE = "dev.surety.eclipse.problem";

  /** The attribute with what the server calls it: {@code violated}. */
  static final String CODE = "code";

  /** The attribute with what else there is to know, a line each: a witness, the heaviest cells. */
  static final String RELATED = "related";

  /** The attribute with all of it, to ask the server for fixes. */
  static final String DIAGNOSTIC = "diagnostic";

  /** Markers refuse longer texts. */
  private static final int LONGEST = 16_000;

  private static final Gson GSON = new MessageJsonHandler(Map.of()).getGson();

  private Problem() {}

  static Map<String, Object> attributes(Diagnostic diagnostic, Lines lines) {
    Span span = lines.span(diagnostic.getRange());
    Map<String, Object> attributes = new HashMap<>();
    attributes.put(IMarker.MESSAGE, shortened(message(diagnostic)));
    attributes.put(IMarker.SEVERITY, severity(diagnostic.getSeverity()));
    attributes.put(IMarker.LINE_NUMBER, diagnostic.getRange().getStart().getLine() + 1);
    attributes.put(IMarker.CHAR_START, span.offset());
    attributes.put(IMarker.CHAR_END, span.end());
    attributes.put(CODE, code(diagnostic));
    attributes.put(RELATED, shortened(related(diagnostic)));
    attributes.put(DIAGNOSTIC, json(diagnostic));
    return attributes;
  }

  /** What the server said, from the attribute; null if it was too long to be kept. */
  static Diagnostic diagnostic(String json) {
    return json.isEmpty() ? null : GSON.fromJson(json, Diagnostic.class);
  }

  private static String json(Diagnostic diagnostic) {
    Diagnostic bare = new Diagnostic();
    bare.setRange(diagnostic.getRange());
    bare.setSeverity(diagnostic.getSeverity());
    bare.setCode(diagnostic.getCode());
    bare.setSource(diagnostic.getSource());
    bare.setMessage(diagnostic.getMessage());
    bare.setData(diagnostic.getData());
    String json = GSON.toJson(bare);
    return json.length() > LONGEST ? "" : json;
  }

  static String message(Diagnostic diagnostic) {
    return diagnostic.getMessage().isLeft()
        ? diagnostic.getMessage().getLeft()
        : diagnostic.getMessage().getRight().getValue();
  }

  private static int severity(DiagnosticSeverity severity) {
    if (severity == DiagnosticSeverity.Error || severity == null) {
      return IMarker.SEVERITY_ERROR;
    }
    return severity == DiagnosticSeverity.Warning
        ? IMarker.SEVERITY_WARNING
        : IMarker.SEVERITY_INFO;
  }

  private static String code(Diagnostic diagnostic) {
    if (diagnostic.getCode() == null) {
      return "";
    }
    return diagnostic.getCode().isLeft()
        ? diagnostic.getCode().getLeft()
        : String.valueOf(diagnostic.getCode().getRight());
  }

  private static String related(Diagnostic diagnostic) {
    if (diagnostic.getRelatedInformation() == null) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    for (DiagnosticRelatedInformation each : diagnostic.getRelatedInformation()) {
      String place =
          Uris.name(each.getLocation().getUri())
              + ":"
              + (each.getLocation().getRange().getStart().getLine() + 1);
      lines.add(each.getMessage() + " (" + place + ")");
    }
    return String.join("\n", lines);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
