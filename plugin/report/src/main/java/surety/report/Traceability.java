package surety.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.language.verification.Evidence;
import surety.language.verification.VerificationState;

/**
 * Which property is about which requirement: in the order of the project's list, if there is one,
 * then what else properties name, then properties that name no requirement.
 */
public final class Traceability {
  private final Run run;
  private final Map<String, ListedRequirement> listed = new LinkedHashMap<>();

  private Traceability(Run run) {
    this.run = run;
    run.requirements().ifPresent(all -> all.forEach(one -> listed.put(one.id(), one)));
  }

  /** All rows. */
  public static List<TraceabilityRow> of(Run run) {
    return new Traceability(run).rows();
  }

  private List<TraceabilityRow> rows() {
    List<TraceabilityRow> named = new ArrayList<>();
    List<TraceabilityRow> nameless = new ArrayList<>();
    Map<String, List<TraceabilityRow>> onList = new LinkedHashMap<>();
    listed.keySet().forEach(id -> onList.put(id, new ArrayList<>()));
    for (Checked checked : run.specifications()) {
      for (TraceabilityRow row : rows(checked)) {
        if (row.id().isEmpty()) {
          nameless.add(row);
        } else {
          onList.getOrDefault(row.id().get(), named).add(row);
        }
      }
    }
    List<TraceabilityRow> all = new ArrayList<>();
    onList.forEach((id, rows) -> all.addAll(rows.isEmpty() ? List.of(missing(id)) : rows));
    all.addAll(named);
    all.addAll(nameless);
    return all;
  }

  private TraceabilityRow missing(String id) {
    return new TraceabilityRow(
        Optional.of(id),
        listed.get(id).title(),
        true,
        !run.unasked().contains(id),
        Optional.empty());
  }

  private List<TraceabilityRow> rows(Checked checked) {
    List<TraceabilityRow> rows = new ArrayList<>();
    for (Outcome outcome : checked.outcomes()) {
      Instant date = outcome.evidence().map(Evidence::established).orElse(run.finished());
      rows.add(
          row(
              RequirementTitle.of(outcome.obligation()),
              new TraceabilityRow.Traced(
                  checked.specification(),
                  outcome.obligation().name(),
                  outcome.obligation().kind(),
                  outcome.state(),
                  Optional.of(outcome),
                  date)));
    }
    for (Unchecked unchecked : checked.unchecked()) {
      rows.add(
          row(
              new RequirementTitle(Optional.empty(), ""),
              new TraceabilityRow.Traced(
                  checked.specification(),
                  unchecked.name(),
                  unchecked.kind(),
                  VerificationState.FAILED,
                  Optional.empty(),
                  run.finished())));
    }
    return rows;
  }

  /** The list says what a requirement is, if it has it. */
  private TraceabilityRow row(RequirementTitle title, TraceabilityRow.Traced traced) {
    Optional<ListedRequirement> known = title.id().map(listed::get);
    return new TraceabilityRow(
        title.id(),
        known.map(ListedRequirement::title).orElse(title.words()),
        known.isPresent() || run.requirements().isEmpty(),
        true,
        Optional.of(traced));
  }
}
