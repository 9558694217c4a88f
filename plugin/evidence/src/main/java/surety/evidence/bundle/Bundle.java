package surety.evidence.bundle;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import surety.evidence.EvidenceException;
import surety.evidence.FileNames;
import surety.evidence.InputFiles;
import surety.evidence.KernelJar;
import surety.evidence.Proof;
import surety.evidence.ProvedSpecification;
import surety.evidence.ReproducibleZip;
import surety.evidence.attestation.Attestation;
import surety.evidence.attestation.AttestationFile;
import surety.evidence.attestation.Comparison;
import surety.evidence.attestation.Subject;

/**
 * An archive that an auditor replays with a Java runtime and nothing else: specifications,
 * networks, data and certificates as they are, the statements, the kernel, its format, and a page
 * of instructions. Equal files and an equal version give an equal archive, byte for byte.
 */
public final class Bundle {
  private static final String FILES = "files/";
  private static final String STATEMENTS = "statements/";
  private static final String CERTIFICATES = "certificates/";

  private final SortedMap<String, Part> parts = new TreeMap<>();
  private final List<Step> steps = new ArrayList<>();

  private Bundle() {}

  /**
   * Of specifications whose certificates were replayed.
   *
   * @param inputs the networks and data that they were replayed with
   * @param attested an attestation of exactly these files, if there is one
   * @param version of Surety
   * @throws EvidenceException also if the attestation is about other files, or says of them what
   *     was not proved
   */
  public static Bundle of(
      List<ProvedSpecification> proved,
      InputFiles inputs,
      Optional<AttestationFile> attested,
      String version)
      throws EvidenceException {
    Bundle bundle = new Bundle();
    bundle.addFiles(proved, inputs);
    if (attested.isPresent()) {
      bundle.requireFiles(attested.get().attestation());
      Comparison.requireProved(attested.get().attestation(), proved);
      bundle.add("attestation.json", attested.get().bytes());
    }
    bundle.add("kernel/certificates.jar", KernelJar.bytes());
    bundle.add("kernel/FORMAT.md", format());
    bundle.add("replay.sh", ReplayScripts.shell(bundle.steps));
    bundle.add("replay.cmd", ReplayScripts.batch(bundle.steps));
    bundle.add("INSTRUCTIONS.md", Instructions.of(bundle.steps, version, attested.isPresent()));
    bundle.add("SHA256SUMS", bundle.sums());
    return bundle;
  }

  private void addFiles(List<ProvedSpecification> proved, InputFiles inputs)
      throws EvidenceException {
    FileNames names =
        new FileNames(
            proved.stream().map(one -> one.file().file()).toList(), inputs.files().keySet());
    for (Map.Entry<Path, byte[]> input : inputs.files().entrySet()) {
      add(FILES + names.of(input.getKey()), input.getValue());
    }
    for (ProvedSpecification one : proved) {
      Path file = one.file().file();
      add(FILES + names.of(file), one.file().content());
      for (Proof proof : one.proofs()) {
        String certificate = names.certificate(file, proof.certificate());
        parts.put(FILES + certificate, Part.OnDisk.of(proof));
        String statement = STATEMENTS + statement(certificate);
        add(statement, proof.obligation().statement().canonical());
        List<String> networks =
            proof.obligation().networkFiles().stream()
                .map(network -> FILES + names.of(network))
                .toList();
        steps.add(
            new Step(proof, FILES + names.of(file), statement, networks, FILES + certificate));
      }
    }
  }

  /** Beside {@code a/certificates/iris.rare.cert} it is {@code a/iris.rare.txt}. */
  private static String statement(String certificate) {
    int folder = certificate.lastIndexOf(CERTIFICATES);
    String name = certificate.substring(folder + CERTIFICATES.length());
    return certificate.substring(0, folder) + name.substring(0, name.lastIndexOf('.')) + ".txt";
  }

  private void requireFiles(Attestation attestation) throws EvidenceException {
    Set<String> digests = parts.values().stream().map(Part::digest).collect(Collectors.toSet());
    for (Subject subject : attestation.subjects()) {
      if (!digests.contains(subject.digest())) {
        throw EvidenceException.invalid(
            "the attestation is about another '%s' than is bundled (SHA-256 %s... there); attest"
                + " these files, and bundle then",
            subject.name().replaceAll("\\p{Cntrl}", "?"), subject.digest().substring(0, 12));
      }
    }
  }

  private void add(String name, byte[] content) {
    parts.put(name, new Part.InMemory(content));
  }

  private void add(String name, String text) {
    add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private String sums() {
    return parts.entrySet().stream()
        .map(part -> part.getValue().digest() + "  " + part.getKey() + "\n")
        .collect(joining());
  }

  private static byte[] format() {
    try (InputStream in = Bundle.class.getResourceAsStream("FORMAT.md")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("FORMAT.md cannot be read", e);
    }
  }

  /** How many certificates are in it. */
  public int certificates() {
    return steps.size();
  }

  /** How many files are in it. */
  public int files() {
    return parts.size();
  }

  /**
   * Writes the archive.
   *
   * @param out stays open
   * @throws IOException also if a certificate has changed in the meantime
   */
  public void writeTo(OutputStream out) throws IOException {
    ReproducibleZip zip = new ReproducibleZip(out);
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      part.getValue().addTo(zip, part.getKey());
    }
    zip.finish();
  }
}
