package surety.evidence.attestation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.Verdict;
import surety.evidence.EvidenceException;
import surety.evidence.InputFiles;
import surety.evidence.Proof;
import surety.evidence.ProvedSpecification;
import surety.evidence.SpecificationFile;
import surety.language.Obligation;
import surety.language.storage.CertificateFolder;

/**
 * What is attested of one specification, held against the files that somebody else has.
 *
 * <p>Digests say that the files are the same; only a replay says that what is attested of them is
 * true.
 */
public final class Comparison {
  private static final int SHOWN = 12;

  private final Attestation attestation;
  private final SpecificationFile file;
  private final List<AttestedResult> results;
  private final Map<String, Obligation> obligations = new HashMap<>();
  private final InputFiles inputs = new InputFiles();

  private Comparison(Attestation attestation, SpecificationFile file) throws EvidenceException {
    this.attestation = attestation;
    this.file = file;
    String digest = Sha256.of(file.content());
    Set<String> names = new HashSet<>(attestation.named(digest));
    this.results =
        attestation.results().stream().filter(r -> names.contains(r.specification())).toList();
    if (results.isEmpty()) {
      throw EvidenceException.invalid(
          "%s (SHA-256 %s...) is not what was attested, which is %s",
          file.file(), digest.substring(0, SHOWN), attested());
    }
    file.specification().obligations().forEach(asked -> obligations.put(asked.name(), asked));
  }

  /** For instance {@code 'iris.sure' (b31c...)}. */
  private String attested() {
    List<String> names = attestation.specifications();
    return names.isEmpty()
        ? "nothing"
        : String.join(
            ", ",
            names.stream()
                .limit(SHOWN)
                .map(
                    name ->
                        "'%s' (%s...)"
                            .formatted(
                                StrictJson.brief(name),
                                attestation
                                    .subject(name)
                                    .orElseThrow()
                                    .digest()
                                    .substring(0, SHOWN)))
                .toList());
  }

  /**
   * Compares the digests of a specification, its networks and data, and of its statements.
   *
   * @throws EvidenceException if one of them is not what was attested
   */
  public static Comparison of(Attestation attestation, SpecificationFile file)
      throws EvidenceException {
    Comparison comparison = new Comparison(attestation, file);
    comparison.requireFiles();
    return comparison;
  }

  private void requireFiles() throws EvidenceException {
    for (AttestedResult result : results) {
      inputs.read(asked(result));
    }
    Set<String> digests = new HashSet<>();
    attestation.subjects().forEach(subject -> digests.add(subject.digest()));
    for (Map.Entry<Path, byte[]> input : inputs.files().entrySet()) {
      String digest = Sha256.of(input.getValue());
      if (!digests.contains(digest)) {
        throw EvidenceException.invalid(
            "%s (SHA-256 %s...) is not what was attested; take the file that was",
            input.getKey(), digest.substring(0, SHOWN));
      }
    }
    for (AttestedResult result : results) {
      if (!AttestedResult.statement(asked(result)).equals(result.statement())) {
        throw EvidenceException.invalid(
            "another statement of '%s' was attested than %s makes with its networks",
            result.name(), file.file());
      }
    }
  }

  private Obligation asked(AttestedResult result) throws EvidenceException {
    Obligation asked = obligations.get(result.name());
    if (asked == null) {
      throw EvidenceException.invalid(
          "%s has no property or query '%s', which is attested of it",
          file.file(), StrictJson.brief(result.name()));
    }
    return asked;
  }

  /**
   * Replays every certificate, and holds what follows against what is attested.
   *
   * @param folder where the certificates are
   * @throws EvidenceException if one is not valid, not the attested one, or says something else
   */
  public void replay(CertificateFolder folder) throws EvidenceException {
    for (AttestedResult result : results) {
      Obligation asked = asked(result);
      Proof proof = Proof.replay(asked, folder.file(asked.name()).orElseThrow(), inputs);
      String attested = attestation.subject(result.certificate()).orElseThrow().digest();
      if (!proof.digest().equals(attested)) {
        throw EvidenceException.invalid(
            "%s (SHA-256 %s...) is another certificate of '%s' than was attested (%s...)",
            proof.certificate(),
            proof.digest().substring(0, SHOWN),
            asked.name(),
            attested.substring(0, SHOWN));
      }
      requireProved(result, proof);
    }
  }

  /**
   * Holds what is attested of certificates against what they prove, as was just replayed.
   *
   * @throws EvidenceException if it is something else, or of a certificate that is not among them
   */
  public static void requireProved(Attestation attestation, List<ProvedSpecification> proved)
      throws EvidenceException {
    List<Proof> proofs = proved.stream().flatMap(one -> one.proofs().stream()).toList();
    for (AttestedResult result : attestation.results()) {
      String digest = attestation.subject(result.certificate()).orElseThrow().digest();
      Proof own =
          proofs.stream()
              .filter(proof -> proof.obligation().name().equals(result.name()))
              .filter(proof -> proof.digest().equals(digest))
              .findFirst()
              .orElseThrow(
                  () ->
                      EvidenceException.invalid(
                          "of '%s' another certificate is attested",
                          StrictJson.brief(result.name())));
      requireProved(result, own);
    }
  }

  private static void requireProved(AttestedResult result, Proof proof) throws EvidenceException {
    AttestedResult own =
        AttestedResult.of(proof, result.specification(), result.networks(), result.certificate());
    if (!own.saysAs(result)) {
      throw EvidenceException.invalid(
          "of '%s' is attested: %s; but its certificate proves: %s",
          StrictJson.brief(result.name()), words(result), words(own));
    }
  }

  private static String words(AttestedResult result) {
    return result.verdict().map(Verdict::name).orElse("no verdict")
        + ", "
        + StrictJson.brief(result.bounds());
  }

  /** What is attested of the specification. */
  public List<AttestedResult> results() {
    return results;
  }

  /** How many files were compared: the specification, networks and data. */
  public int files() {
    return 1 + inputs.files().size();
  }
}
