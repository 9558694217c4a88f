package surety.certificates.attack;

import java.util.List;
import java.util.Optional;
import surety.certificates.replay.NetworkContent;
import surety.certificates.statement.Statement;

/**
 * What the checker is given.
 *
 * @param scene what its statement and networks are about
 * @param parts of the certificate, if it still has any
 */
@SuppressWarnings("ArrayRecordComponent") // nobody writes into them, nor compares mutants
record Mutant(
    Scene scene,
    Statement statement,
    List<NetworkContent> networks,
    byte[] certificate,
    Optional<Parts> parts) {
  /** Another certificate of the same problem. */
  static Mutant of(Target target, Parts parts) {
    return new Mutant(
        target.scene(),
        target.statement(),
        target.scene().contents(),
        parts.bytes(),
        Optional.of(parts));
  }

  /** Other bytes for the same problem. */
  static Mutant of(Target target, byte[] certificate) {
    return new Mutant(
        target.scene(),
        target.statement(),
        target.scene().contents(),
        certificate,
        Optional.empty());
  }

  Mutant with(byte[] other) {
    return new Mutant(scene, statement, networks, other, parts);
  }

  Mutant with(Parts other) {
    return new Mutant(scene, statement, networks, other.bytes(), Optional.of(other));
  }
}
