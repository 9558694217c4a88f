package surety.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import surety.certificates.statement.Verdict;
import surety.cli.report.AttestationJson;
import surety.cli.report.AttestationReport;
import surety.cli.report.VerifiedAttestation;
import surety.evidence.EvidenceException;
import surety.evidence.SpecificationFile;
import surety.evidence.attestation.Attestation;
import surety.evidence.attestation.AttestationText;
import surety.evidence.attestation.AttestedResult;
import surety.evidence.attestation.Comparison;
import surety.evidence.attestation.Envelope;
import surety.evidence.signature.VerificationKey;

/** {@code surety verify-attestation}: who claims what, and on demand whether it is true. */
@Command(
    name = "verify-attestation",
    description = {
      "Verify the signature of an attestation, and show what is claimed. With --specification,",
      "compare the files with those that were attested; with --replay, replay the certificates.",
      "The signature says who claims it, the replay that it is true."
    },
    footer = {
      "",
      "Exit status: 0 signed by this key, and all that is claimed is PROVED or requires nothing;",
      "40 it is claimed that something is violated, 30 undecided; 4 not signed by this key, about",
      "other files, or not replayed; 5 a certificate is incomplete; 2 wrong usage,",
      "3 bad specification, network or key."
    })
final class VerifyAttestationCommand implements Callable<Integer> {
  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ENVELOPE", description = "What 'surety attest' wrote.")
  private Path file;

  @Option(
      names = "--key",
      paramLabel = "PUBLIC.pem",
      required = true,
      description = "The public key of whom you trust.")
  private Path keyFile;

  @Option(
      names = "--specification",
      paramLabel = "F.sure",
      description = "Your copy of an attested specification; may be given several times.")
  private List<Path> specifications = new ArrayList<>();

  @Option(names = "--replay", description = "Replay the certificates of these specifications.")
  private boolean replay;

  @Option(
      names = "--certificates",
      paramLabel = "DIR",
      description = "Where the certificates are; otherwise in 'certificates' beside each F.sure.")
  private Path folder;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What to print: ${COMPLETION-CANDIDATES}; otherwise text.")
  private CheckCommand.Format format = CheckCommand.Format.text;

  VerifyAttestationCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    requireUsage();
    VerificationKey key = key();
    List<SpecificationFile> own = new ArrayList<>();
    for (Path one : specifications) {
      own.add(ProofOptions.specification(one, context));
    }
    try {
      VerifiedAttestation verified = verified(key, own);
      print(verified);
      return status(verified.attestation()).code();
    } catch (EvidenceException e) {
      if (e.kind() != EvidenceException.Cause.BAD_INPUT) {
        print(e);
        return Failure.of(e).status().code();
      }
      throw Failure.of(e);
    }
  }

  private VerifiedAttestation verified(VerificationKey key, List<SpecificationFile> own)
      throws EvidenceException {
    Envelope envelope = Envelope.read(file);
    if (!envelope.isSignedBy(key)) {
      throw EvidenceException.invalid(
          "no signature of %s is by the key %s; nothing in it counts", file, keyFile);
    }
    Attestation attestation = AttestationText.read(envelope);
    int files = 0;
    Set<AttestedResult> results = new HashSet<>();
    for (SpecificationFile one : own) {
      Comparison comparison = Comparison.of(attestation, one);
      if (replay) {
        comparison.replay(ProofOptions.certificates(one.file(), folder));
      }
      files += comparison.files();
      results.addAll(comparison.results());
    }
    return new VerifiedAttestation(
        attestation,
        key,
        envelope.signatures().size(),
        files,
        replay ? Optional.of(results.size()) : Optional.empty());
  }

  private void print(VerifiedAttestation verified) {
    PrintWriter out = context.terminal().out();
    switch (format) {
      case text ->
          new AttestationReport(out, context.terminal().outAnsi()).printVerified(file, verified);
      case json -> AttestationJson.printVerified(VersionProvider.version(), file, verified, out);
    }
  }

  private void print(EvidenceException refused) {
    PrintWriter out = context.terminal().out();
    switch (format) {
      case text -> new AttestationReport(out, context.terminal().outAnsi()).printRefused(refused);
      case json -> AttestationJson.printRefused(VersionProvider.version(), file, refused, out);
    }
  }

  private void requireUsage() {
    if (specifications.isEmpty() && (replay || folder != null)) {
      throw new ParameterException(
          spec.commandLine(),
          (replay ? "--replay" : "--certificates")
              + " needs --specification F.sure, your copy of what was attested");
    }
    if (folder != null && !replay) {
      throw new ParameterException(
          spec.commandLine(), "--certificates is for --replay, which is missing");
    }
  }

  private VerificationKey key() throws Failure {
    try {
      return VerificationKey.read(keyFile);
    } catch (EvidenceException e) {
      throw Failure.of(e);
    }
  }

  private static ExitStatus status(Attestation attestation) {
    List<ExitStatus> all = new ArrayList<>();
    for (AttestedResult result : attestation.results()) {
      if (result.verdict().equals(Optional.of(Verdict.VIOLATED))) {
        all.add(ExitStatus.VIOLATED);
      } else if (result.verdict().equals(Optional.of(Verdict.UNDECIDED))) {
        all.add(ExitStatus.UNDECIDED);
      }
    }
    return ExitStatus.gravest(all);
  }
}
