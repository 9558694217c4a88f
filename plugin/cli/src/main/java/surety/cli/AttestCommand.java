package surety.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import surety.certificates.replay.Sha256;
import surety.cli.report.AttestationReport;
import surety.evidence.EvidenceException;
import surety.evidence.KernelJar;
import surety.evidence.attestation.Attestation;
import surety.evidence.attestation.AttestationText;
import surety.evidence.attestation.Envelope;
import surety.evidence.signature.SigningKey;

/** {@code surety attest}: replays certificates, and signs what the kernel says. */
@Command(
    name = "attest",
    description = {
      "Replay the certificates of specifications, and sign what they prove: an in-toto statement",
      "in a DSSE envelope. What does not replay is not signed. A signature says who claims it;",
      "that it is true only a replay says."
    },
    footer = {
      "",
      "Exit status: 0 signed, whatever the verdicts; 4 a certificate is missing or invalid,",
      "5 incomplete, 2 wrong usage, 3 bad specification, network or key."
    })
final class AttestCommand implements Callable<Integer> {
  private final Context context;

  @Spec private CommandSpec spec;
  @Mixin private ProofOptions options;

  @Option(
      names = "--key",
      paramLabel = "KEY.pem",
      required = true,
      description = {
        "The private key: Ed25519, or ECDSA over P-256 or P-384, as PKCS#8 in PEM.",
        "The password of an encrypted one comes from SURETY_KEY_PASSWORD."
      })
  private Path keyFile;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write the envelope; otherwise to standard output.")
  private Path output;

  AttestCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    Instant started = now();
    OutputFile.requireWritable(output);
    try {
      Optional<String> password = Optional.ofNullable(System.getenv(SigningKey.PASSWORD_VARIABLE));
      SigningKey key = SigningKey.read(keyFile, password);
      SigningKey.warning(keyFile).ifPresent(warning -> context.say("warning: " + warning));
      ProofOptions.Replayed replayed = options.replay(context);
      List<Path> inputs = new ArrayList<>(replayed.files());
      inputs.add(keyFile);
      OutputFile.requireNoInput(output, inputs);
      Attestation attestation =
          Attestation.of(replayed.proved(), replayed.inputs(), origin(started));
      byte[] payload = AttestationText.write(attestation);
      byte[] envelope = Envelope.sign(AttestationText.PAYLOAD_TYPE, payload, key).text();
      requireReadable(envelope);
      print(envelope, attestation, key);
      return ExitStatus.OK.code();
    } catch (EvidenceException e) {
      throw Failure.of(e);
    }
  }

  /** Whole seconds are enough. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private Attestation.Origin origin(Instant started) throws EvidenceException {
    return new Attestation.Origin(
        VersionProvider.version(),
        Sha256.of(KernelJar.bytes()),
        spec.root().commandLine().getParseResult().originalArgs(),
        started,
        now());
  }

  private static void requireReadable(byte[] envelope) throws Failure {
    if (envelope.length > Envelope.MOST_BYTES) {
      throw new Failure(
          ExitStatus.USAGE,
          "the attestation has %d bytes, and the most are %d; attest fewer properties at once, with --property"
              .formatted(envelope.length, Envelope.MOST_BYTES));
    }
  }

  private void print(byte[] envelope, Attestation attestation, SigningKey key) throws Failure {
    Terminal terminal = context.terminal();
    if (output == null) {
      terminal.out().print(new String(envelope, StandardCharsets.UTF_8));
      return;
    }
    OutputFile.write(output, envelope);
    AttestationReport report = new AttestationReport(terminal.out(), terminal.outAnsi());
    report.printSigned(output, attestation, key.half());
  }
}
