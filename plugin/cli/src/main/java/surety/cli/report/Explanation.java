package surety.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Help.Ansi;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Event;
import surety.language.Diagnostic;
import surety.language.Obligation;
import surety.language.display.BoxText;
import surety.language.display.ClaimLevel;
import surety.language.display.Decimals;
import surety.language.display.Palette;
import surety.language.display.SearchEnd;
import surety.language.display.ShareText;
import surety.language.evaluation.EventText;
import surety.language.evaluation.NamedInputs;
import surety.language.origin.Origin;
import surety.language.verification.Evidence;
import surety.report.Json;
import surety.report.JsonReport;
import surety.report.Words;
import surety.solver.BandPoint;
import surety.solver.HeavyCell;
import surety.solver.witness.Witness;

/**
 * Where the probability of an event comes from, as text and as JSON. The bounds are guaranteed; the
 * shares of the boxes are estimates, and labelled so.
 *
 * @param version of Surety
 * @param specification as it was named on the command line
 * @param asked the property or query
 * @param event its event
 * @param evidence of a search for the event's probability
 * @param boxes how many are printed at most; a picture shows all
 */
public record Explanation(
    String version,
    String specification,
    Obligation asked,
    Event event,
    Evidence evidence,
    int boxes) {
  private static final MathContext FEW = new MathContext(3);
  private static final String INDENT = "  ";

  /** For people. */
  public void printText(Ansi ansi, PrintWriter out) {
    out.println(
        ansi.string("@|bold EXPLAINED|@")
            + ": "
            + specification
            + ": "
            + asked.name()
            + ": "
            + words());
    out.println(INDENT + Words.bounds(asked, point().lower(), point().upper()));
    out.println(INDENT + ClaimLevel.of(asked.statement()));
    evidence
        .shortfall(SearchEnd.Reader.COMMAND_LINE)
        .ifPresent(words -> out.println(INDENT + "note: " + words));
    out.println();
    if (evidence.heaviest().isEmpty()) {
      out.println(
          evidence.witness().isPresent()
              ? "no box was found that holds enough of it to be told"
              : "no box was found in which it happens");
    } else {
      boxes(out);
    }
    out.println();
    out.println(evidence.witness().map(this::words).orElseGet(this::noWitness));
  }

  private void boxes(PrintWriter out) {
    out.println("where it happens most often (estimates), the heaviest first:");
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("share", "probability"));
    evidence.heaviest().get(0).sides().forEach(side -> head.add(name(side)));
    rows.add(head);
    for (HeavyCell cell : printed()) {
      List<String> row =
          new ArrayList<>(List.of(share(cell.probability()), ShareText.few(cell.probability())));
      for (HeavyCell.Side side : cell.sides()) {
        row.add(BoxText.of(side));
      }
      rows.add(row);
    }
    TextTable.print(rows, out);
    BigDecimal sum =
        printed().stream().map(HeavyCell::probability).reduce(BigDecimal.ZERO, BigDecimal::add);
    int count = printed().size();
    if (!isMeasurable()) {
      out.println(
          "the bounds are too far apart for shares; a longer time limit ('timeout' or --timeout)"
              + " may bring them closer, unless the event is too far out in the tails to be"
              + " searched");
      return;
    }
    out.println(
        count == 1
            ? "it lies there in part or altogether: the box is the smallest around it"
            : "%s of it together; each box is the smallest around its part, and they may overlap"
                .formatted(share(sum)));
  }

  private List<HeavyCell> printed() {
    return evidence.heaviest().subList(0, Math.min(boxes, evidence.heaviest().size()));
  }

  /** Only their boxes are drawn. */
  public boolean isOfIndependentInputs() {
    return asked.statement().law().independentInputs().isPresent();
  }

  /** As an SVG picture; nothing if no box was found, or inputs depend on each other. */
  public Optional<String> picture() {
    return Origin.of(evidence, asked.inputs())
        .map(
            origin ->
                OriginFile.draw(
                    origin,
                    asked.name() + ": " + words(),
                    Words.bounds(asked, point().lower(), point().upper()),
                    Palette.LIGHT));
  }

  /** Relative to the middle of the bounds. */
  private String share(BigDecimal probability) {
    return ShareText.of(probability, point().lower(), point().upper());
  }

  private boolean isMeasurable() {
    return ShareText.share(BigDecimal.ONE, point().lower(), point().upper()).isPresent();
  }

  private BandPoint point() {
    return evidence.points().get(0);
  }

  private String name(HeavyCell.Side side) {
    return asked.inputs().get(side.input());
  }

  private String words() {
    return EventText.of(asked, event);
  }

  private String words(Witness witness) {
    return "witness: "
        + new NamedInputs(asked.inputs(), asked.statement().law())
            .text(witness.inputs(), Decimals::shown)
        + " gives "
        + list(asked.outputs(), witness.outputs(), Decimals::rounded)
        + ", rounded";
  }

  private static String list(
      List<String> names, List<Rational> values, Function<Rational, String> text) {
    List<String> parts = new ArrayList<>();
    for (int k = 0; k < values.size(); k++) {
      parts.add(names.get(k) + " = " + text.apply(values.get(k)));
    }
    return String.join(", ", parts);
  }

  private String noWitness() {
    return evidence.impossible()
        ? "no input makes it happen; the search found that with Z3"
        : "no input was found for which it happens";
  }

  /** For programs; {@code surety-explanation.schema.json} describes it. */
  public void printJson(List<Diagnostic> diagnostics, PrintWriter out) {
    ObjectNode report = Json.object();
    report.put("version", version);
    report.put("specification", specification);
    report.put("name", asked.name());
    report.put("text", asked.text());
    report.put("event", words());
    report.put("claim", ClaimLevel.letter(asked.statement().semantics()));
    report.put("claimText", ClaimLevel.of(asked.statement()));
    report.put("lower", Json.lower(point().lower()));
    report.put("upper", Json.upper(point().upper()));
    report.put("seconds", evidence.seconds());
    report.put("cells", evidence.cells());
    ArrayNode told = report.putArray("boxes");
    printed().forEach(cell -> told.add(box(cell)));
    report.put("impossible", evidence.impossible());
    report.set("witness", evidence.witness().map(JsonReport::witness).orElse(null));
    report.set("diagnostics", Json.diagnostics(diagnostics));
    Json.write(report, out);
  }

  private ObjectNode box(HeavyCell cell) {
    ObjectNode node = Json.object();
    node.put("probabilityEstimate", cell.probability().round(FEW));
    node.put(
        "shareEstimate",
        ShareText.share(cell.probability(), point().lower(), point().upper())
            .map(share -> share.round(FEW))
            .orElse(null));
    ArrayNode sides = node.putArray("sides");
    for (HeavyCell.Side side : cell.sides()) {
      sides
          .addObject()
          .put("input", name(side))
          .put("lower", finite(side.lower()).orElse(null))
          .put("upper", finite(side.upper()).orElse(null));
    }
    return node;
  }

  private static Optional<BigDecimal> finite(double x) {
    return Double.isFinite(x) ? Optional.of(BigDecimal.valueOf(x)) : Optional.empty();
  }
}
