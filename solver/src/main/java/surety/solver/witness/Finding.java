package surety.solver.witness;

/** What was found out about an event in a cell, or in all cells. */
public sealed interface Finding {
  /** An input for which the event happens; checked exactly. */
  record Found(Witness witness) implements Finding {}

  /** There is no such input in what was asked: its probability there is zero. */
  record Impossible() implements Finding {}

  /**
   * Neither could be shown.
   *
   * @param reason for the reader, a sentence without its full stop
   */
  record Unknown(String reason) implements Finding {}

  /** The same with the first outputs only. */
  default Finding of(int outputs) {
    return this instanceof Found found ? new Found(found.witness.of(outputs)) : this;
  }
}
