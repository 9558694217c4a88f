package surety.report.writing;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import surety.language.display.Markdown;
import surety.language.display.Svg;
import surety.language.verification.VerificationState;
import surety.report.Checked;
import surety.report.Outcome;
import surety.report.RequirementTitle;
import surety.report.Run;
import surety.report.RunFile;
import surety.report.Unchecked;
import surety.report.VerdictText;
import surety.report.Words;

/** A short Markdown text for the summary of a job, the worst first. */
public final class SummaryReport implements RunFile {
  @Override
  public String name() {
    return "summary.md";
  }

  /** A line of the table. */
  private record Row(VerificationState state, String specification, String name, String what) {}

  @Override
  public String text(Run run) {
    List<Row> rows = new ArrayList<>();
    run.specifications().forEach(checked -> add(checked, rows));
    rows.sort(Comparator.comparingInt(row -> Words.WORST_FIRST.indexOf(row.state())));
    StringBuilder text = new StringBuilder();
    text.append("## Surety: ").append(VerdictText.headline(run.states())).append("\n\n");
    text.append(VerdictText.counts(run.states())).append(".\n\n");
    if (!rows.isEmpty()) {
      text.append("| verdict | property | what is known |\n|---|---|---|\n");
      rows.forEach(row -> text.append(line(row)));
    }
    text.append("\nSurety ").append(Markdown.code(run.version())).append(", ");
    return text.append(run.finished().truncatedTo(ChronoUnit.SECONDS))
        .append(". Bounds are guaranteed, rounded outward.\n")
        .toString();
  }

  private static void add(Checked checked, List<Row> rows) {
    String file = checked.specification();
    checked
        .problem()
        .ifPresent(
            why ->
                rows.add(new Row(VerificationState.FAILED, file, "", VerdictText.notChecked(why))));
    for (Outcome outcome : checked.outcomes()) {
      String name = outcome.obligation().name();
      RequirementTitle title = RequirementTitle.of(outcome.obligation());
      String label = title.id().map(id -> id + ", " + name).orElse(name);
      rows.add(new Row(outcome.state(), file, label, VerdictText.brief(outcome)));
    }
    for (Unchecked one : checked.unchecked()) {
      rows.add(new Row(VerificationState.FAILED, file, one.name(), VerdictText.of(one)));
    }
  }

  private static String line(Row row) {
    return "| "
        + mark(row.state())
        + " **"
        + VerdictText.label(row.state())
        + "** | "
        + Markdown.escaped(Svg.legal(row.name()))
        + "<br>"
        + Markdown.code(Svg.legal(row.specification())).replace("|", "\\|")
        + " | "
        + Markdown.escaped(Svg.legal(row.what()))
        + " |\n";
  }

  private static String mark(VerificationState state) {
    return switch (state) {
      case PROVED -> "\u2705";
      case VIOLATED, FAILED -> "\u274c";
      case ANSWERED -> "\u2139\ufe0f";
      default -> "\u26a0\ufe0f";
    };
  }
}
