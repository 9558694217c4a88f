package surety.evidence.bundle;

import java.util.List;
import surety.evidence.Proof;

/**
 * One replay that an auditor repeats, with the names of files in the archive.
 *
 * @param proof what comes out of it
 * @param specification the specification
 * @param statement the text of exactly what is claimed
 * @param networks in the statement's order
 * @param certificate the certificate
 */
record Step(
    Proof proof,
    String specification,
    String statement,
    List<String> networks,
    String certificate) {
  /** Keeps its own list. */
  Step {
    networks = List.copyOf(networks);
  }

  /** For instance {@code iris.sure: rare}. */
  String label() {
    return specification.substring(specification.indexOf('/') + 1)
        + ": "
        + proof.obligation().name();
  }
}
