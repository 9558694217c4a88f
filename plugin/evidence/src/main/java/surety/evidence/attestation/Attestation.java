package surety.evidence.attestation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import surety.certificates.replay.Sha256;
import surety.evidence.EvidenceException;
import surety.evidence.FileNames;
import surety.evidence.InputFiles;
import surety.evidence.Proof;
import surety.evidence.ProvedSpecification;

/**
 * What somebody attests: which files there were, and what the kernel says that they prove.
 *
 * @param subjects all files, by their names
 * @param origin who says so
 * @param results what was replayed
 * @param omitted the properties and queries of the specifications that nothing is said about
 */
public record Attestation(
    List<Subject> subjects, Origin origin, List<AttestedResult> results, List<Omitted> omitted) {
  /**
   * How an attestation came about.
   *
   * @param version of Surety
   * @param kernel the SHA-256 of the kernel's jar
   * @param command the arguments behind {@code surety}
   * @param started when the replays began
   * @param finished when the last one was over
   */
  public record Origin(
      String version, String kernel, List<String> command, Instant started, Instant finished) {
    /** Refuses missing parts. */
    public Origin {
      Objects.requireNonNull(version);
      Objects.requireNonNull(kernel);
      command = List.copyOf(command);
      Objects.requireNonNull(started);
      Objects.requireNonNull(finished);
    }
  }

  /** A property or query of an attested specification that is itself not attested. */
  public record Omitted(String specification, String name) {}

  /** Keeps copies. */
  public Attestation {
    subjects = List.copyOf(subjects);
    Objects.requireNonNull(origin);
    results = List.copyOf(results);
    omitted = List.copyOf(omitted);
  }

  /**
   * About specifications whose certificates were replayed.
   *
   * @param inputs the networks and data that they were replayed with
   */
  public static Attestation of(List<ProvedSpecification> proved, InputFiles inputs, Origin origin)
      throws EvidenceException {
    FileNames names =
        new FileNames(
            proved.stream().map(one -> one.file().file()).toList(), inputs.files().keySet());
    Map<String, String> digests = new TreeMap<>();
    inputs.files().forEach((file, bytes) -> digests.put(names.of(file), Sha256.of(bytes)));
    List<AttestedResult> results = new ArrayList<>();
    List<Omitted> omitted = new ArrayList<>();
    for (ProvedSpecification one : proved) {
      Path file = one.file().file();
      digests.put(names.of(file), Sha256.of(one.file().content()));
      for (Proof proof : one.proofs()) {
        String certificate = names.certificate(file, proof.certificate());
        digests.put(certificate, proof.digest());
        List<String> networks = proof.obligation().networkFiles().stream().map(names::of).toList();
        results.add(AttestedResult.of(proof, names.of(file), networks, certificate));
      }
      one.omitted().forEach(name -> omitted.add(new Omitted(names.of(file), name)));
    }
    List<Subject> subjects = new ArrayList<>();
    digests.forEach((name, digest) -> subjects.add(new Subject(name, digest)));
    return new Attestation(subjects, origin, results, omitted);
  }

  /** The subject of a name. */
  public Optional<Subject> subject(String name) {
    return subjects.stream().filter(subject -> subject.name().equals(name)).findFirst();
  }

  /** The names of the subjects that are these bytes. */
  List<String> named(String digest) {
    return subjects.stream()
        .filter(subject -> subject.digest().equals(digest))
        .map(Subject::name)
        .toList();
  }

  /** The names of the specifications that something is said about, each once. */
  public List<String> specifications() {
    return results.stream().map(AttestedResult::specification).distinct().toList();
  }
}
