package surety.cli.report;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Help.Ansi;
import surety.certificates.statement.Verdict;
import surety.evidence.EvidenceException;
import surety.evidence.attestation.Attestation;
import surety.evidence.attestation.AttestedResult;
import surety.evidence.signature.VerificationKey;

/**
 * What is attested, for people. What a signature says and what a replay says stands in two lines,
 * because it is two things.
 */
public final class AttestationReport {
  private static final String INDENT = "           ";
  private static final int SHOWN = 12;

  private final PrintWriter out;
  private final Ansi ansi;

  /** Prints in colours if the writer is a terminal that has some. */
  public AttestationReport(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  /** What was signed. */
  public void printSigned(Path file, Attestation attestation, VerificationKey key) {
    out.println(bold("green", "ATTESTED") + ": " + file + ": " + count(attestation));
    out.println("signature  by the " + key.scheme() + " key " + key.id());
    out.println("replay     of all certificates, before it was signed");
    printResults(attestation);
  }

  /** What the key's owner claims, and how far it was checked. */
  public void printVerified(Path file, VerifiedAttestation verified) {
    Attestation attestation = verified.attestation();
    out.println(bold("green", verified.title()) + ": " + file + ": " + count(attestation));
    out.println(
        "signature  valid"
            + (verified.signatures() == 1 ? "" : ", one of " + verified.signatures())
            + ": whoever holds the "
            + verified.key().scheme()
            + " key "
            + verified.key().id()
            + " claims this");
    out.println("replay     " + replay(verified));
    if (verified.files() > 0) {
      out.println(
          "files      "
              + counted(verified.files(), "file is what was", "files are what was")
              + " attested");
    }
    Attestation.Origin origin = attestation.origin();
    out.println(
        "made       "
            + origin.finished()
            + " by Surety "
            + safe(origin.version())
            + ", kernel "
            + origin.kernel().substring(0, SHOWN)
            + "...: surety "
            + safe(String.join(" ", origin.command())));
    printResults(attestation);
  }

  /** Why nothing in it counts. */
  public void printRefused(EvidenceException reason) {
    out.println(bold("red", reason.kind().name()) + ": " + safe(reason.getMessage()));
  }

  private static String replay(VerifiedAttestation verified) {
    if (verified.replayed().isEmpty()) {
      return "not done: whether it is true only a replay says (--specification F.sure --replay)";
    }
    int replayed = verified.replayed().get();
    int all = verified.attestation().results().size();
    return replayed == all
        ? counted(all, "certificate is valid", "certificates are valid") + ": so it is true"
        : replayed + " of " + all + " certificates are valid: so much of it is true";
  }

  private void printResults(Attestation attestation) {
    for (AttestedResult result : attestation.results()) {
      out.println();
      String verdict = result.verdict().map(Verdict::name).orElse("ANSWERED");
      String title = result.title().map(text -> "  \"" + safe(text) + "\"").orElse("");
      String place =
          attestation.specifications().size() > 1 ? safe(result.specification()) + ": " : "";
      out.println(
          bold(colour(result), verdict)
              + " ".repeat(INDENT.length() - verdict.length())
              + place
              + safe(result.name())
              + title);
      out.println(INDENT + safe(result.text()));
      out.println(INDENT + safe(result.bounds()));
      out.println(INDENT + safe(result.claimText()));
    }
    List<String> omitted =
        attestation.omitted().stream()
            .map(one -> safe(one.specification()) + ": " + safe(one.name()))
            .toList();
    if (!omitted.isEmpty()) {
      out.println();
      out.println("nothing is attested of " + String.join(", ", omitted));
    }
  }

  /** For instance {@code 4 proved, 1 violated, 2 queries answered}. */
  private static String count(Attestation attestation) {
    Map<Verdict, Integer> properties = new TreeMap<>();
    int queries = 0;
    for (AttestedResult result : attestation.results()) {
      if (result.verdict().isPresent()) {
        properties.merge(result.verdict().get(), 1, Integer::sum);
      } else {
        queries++;
      }
    }
    StringBuilder words = new StringBuilder();
    properties.forEach(
        (verdict, number) ->
            words
                .append(", ")
                .append(number)
                .append(' ')
                .append(verdict.name().toLowerCase(Locale.ROOT)));
    if (queries > 0) {
      words.append(", ").append(counted(queries, "query answered", "queries answered"));
    }
    return words.isEmpty() ? "nothing" : words.substring(2);
  }

  private static String counted(int number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }

  private static String colour(AttestedResult result) {
    return result
        .verdict()
        .map(
            verdict ->
                switch (verdict) {
                  case PROVED -> "green";
                  case VIOLATED -> "red";
                  case UNDECIDED -> "yellow";
                })
        .orElse("green");
  }

  private String bold(String colour, String word) {
    return ansi.string("@|bold,fg(" + colour + ") " + word + "|@");
  }

  /** Words from outside do not move the cursor, nor end a line. */
  private static String safe(String words) {
    return words.replaceAll("\\p{Cntrl}", "?");
  }
}
