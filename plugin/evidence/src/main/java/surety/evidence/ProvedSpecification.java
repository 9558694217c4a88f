package surety.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import surety.language.Obligation;
import surety.language.storage.CertificateFolder;

/**
 * A specification whose certificates were replayed and are valid.
 *
 * @param file the specification
 * @param proofs of its properties and queries, in their order
 * @param omitted the names of those that were not asked for
 */
public record ProvedSpecification(
    SpecificationFile file, List<Proof> proofs, List<String> omitted) {
  /** Keeps copies. */
  public ProvedSpecification {
    proofs = List.copyOf(proofs);
    omitted = List.copyOf(omitted);
  }

  /**
   * Replays the certificates of a specification. One that does not replay ends it: whoever reads
   * the rest could take it for all.
   *
   * @param folder where the certificates are
   * @param isWanted which properties and queries, by their names
   * @param begins is told the name of each before it is replayed
   */
  public static ProvedSpecification replay(
      SpecificationFile file,
      CertificateFolder folder,
      Predicate<String> isWanted,
      Consumer<String> begins,
      InputFiles inputs)
      throws EvidenceException {
    List<Proof> proofs = new ArrayList<>();
    List<String> omitted = new ArrayList<>();
    for (Obligation obligation : file.specification().obligations()) {
      if (isWanted.test(obligation.name())) {
        begins.accept(obligation.name());
        proofs.add(Proof.replay(obligation, folder.file(obligation.name()).orElseThrow(), inputs));
      } else {
        omitted.add(obligation.name());
      }
    }
    return new ProvedSpecification(file, proofs, omitted);
  }
}
