package surety.report;

import java.util.Objects;

/** A requirement of a project's own list, whether a property is about it or not. */
public record ListedRequirement(String id, String title) {
  /** Refuses missing parts. */
  public ListedRequirement {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
  }
}
