package surety.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import surety.evidence.EvidenceException;
import surety.evidence.attestation.AttestationFile;
import surety.evidence.bundle.Bundle;
import surety.language.storage.AtomicFile;

/** {@code surety bundle}: one archive with everything that an auditor needs. */
@Command(
    name = "bundle",
    description = {
      "Replay the certificates of specifications, and pack everything that an auditor needs to",
      "replay them again: specifications, networks, data, certificates, statements, the kernel,",
      "its format, and a page of instructions. The archive needs Java and nothing else, no",
      "network, and is the same byte for byte wherever it is made of the same files."
    },
    footer = {
      "",
      "Exit status: 0 written, whatever the verdicts; 4 a certificate is missing or invalid, or the",
      "attestation is about other files; 5 a certificate is incomplete, 2 wrong usage,",
      "3 bad specification or network."
    })
final class BundleCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private ProofOptions options;

  @Option(
      names = "--output",
      paramLabel = "A.zip",
      required = true,
      description = "Where to write the archive.")
  private Path output;

  @Option(
      names = "--attestation",
      paramLabel = "FILE",
      description = "Pack this attestation, too; it has to be about these files.")
  private Path attestation;

  BundleCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    OutputFile.requireWritable(output);
    try {
      Optional<AttestationFile> attested = attested();
      ProofOptions.Replayed replayed = options.replay(context);
      List<Path> inputs = new ArrayList<>(replayed.files());
      Optional.ofNullable(attestation).ifPresent(inputs::add);
      OutputFile.requireNoInput(output, inputs);
      Bundle bundle =
          Bundle.of(replayed.proved(), replayed.inputs(), attested, VersionProvider.version());
      OutputFile.write(output, (AtomicFile.Content) bundle::writeTo);
      context
          .terminal()
          .out()
          .printf(
              "BUNDLED: %s: %d %s, replayed, in %d files; INSTRUCTIONS.md in it says how to go on%n",
              output,
              bundle.certificates(),
              bundle.certificates() == 1 ? "certificate" : "certificates",
              bundle.files());
      return ExitStatus.OK.code();
    } catch (EvidenceException e) {
      throw Failure.of(e);
    }
  }

  private Optional<AttestationFile> attested() throws EvidenceException {
    return attestation == null ? Optional.empty() : Optional.of(AttestationFile.read(attestation));
  }
}
