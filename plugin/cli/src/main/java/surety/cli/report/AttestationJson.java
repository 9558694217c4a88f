package surety.cli.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import surety.evidence.EvidenceException;
import surety.evidence.attestation.AttestationText;
import surety.report.Json;

/** What became of an attestation, for programs: described by its schema. */
public final class AttestationJson {
  private AttestationJson() {}

  /** Of one whose signature is valid. */
  public static void printVerified(
      String version, Path file, VerifiedAttestation verified, PrintWriter out) {
    ObjectNode node = begin(version, file, verified.title());
    node.putNull("reason");
    ObjectNode signature = node.putObject("signature");
    signature.put("keyid", verified.key().id());
    signature.put("scheme", verified.key().scheme());
    signature.put("signatures", verified.signatures());
    node.put("replayed", verified.replayed().orElse(null));
    node.put("results", verified.attestation().results().size());
    node.put("files", verified.files());
    node.set("statement", AttestationText.statement(verified.attestation()));
    Json.write(node, out);
  }

  /** Of one of which nothing counts. */
  public static void printRefused(
      String version, Path file, EvidenceException reason, PrintWriter out) {
    ObjectNode node = begin(version, file, reason.kind().name());
    node.put("reason", reason.getMessage());
    node.putNull("signature");
    node.putNull("replayed");
    node.put("results", 0);
    node.put("files", 0);
    node.putNull("statement");
    Json.write(node, out);
  }

  private static ObjectNode begin(String version, Path file, String verdict) {
    ObjectNode node = Json.object();
    node.put("version", version);
    node.put("attestation", file.toString());
    node.put("verdict", verdict);
    return node;
  }
}
