package surety.solver;

/** What bounds are looked for with. */
public enum ProofWay {
  /** Whatever works, the closest bounds of all. */
  ANY,
  /** A linearisation, and no tree. */
  LINEARISATION,
  /** A proof tree only. */
  TREE
}
