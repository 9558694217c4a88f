package surety.evidence.attestation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import surety.certificates.statement.Verdict;
import surety.evidence.EvidenceException;
import surety.report.Json;

/**
 * Attestations as in-toto statements, version 1, with a predicate of our own, which {@code
 * surety-attestation.schema.json} describes.
 */
public final class AttestationText {
  /** What the payload of an envelope is. */
  public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  /** What is said of the subjects; a change that a reader has to know of gets another number. */
  public static final String PREDICATE_TYPE = "urn:surety:attestation:1";

  private static final String STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
  private static final String STATEMENT = "the statement";
  private static final String PREDICATE = "the predicate";
  private static final String RESULT = "a result";
  private static final String SHA256 = "sha256";

  private AttestationText() {}

  /** The payload of an envelope. */
  public static byte[] write(Attestation attestation) {
    return (statement(attestation).toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The statement. */
  public static ObjectNode statement(Attestation attestation) {
    ObjectNode statement = Json.object();
    statement.put("_type", STATEMENT_TYPE);
    ArrayNode subjects = statement.putArray("subject");
    for (Subject subject : attestation.subjects()) {
      ObjectNode node = subjects.addObject();
      node.put("name", subject.name());
      node.putObject("digest").put(SHA256, subject.digest());
    }
    statement.put("predicateType", PREDICATE_TYPE);
    ObjectNode predicate = statement.putObject("predicate");
    Attestation.Origin origin = attestation.origin();
    predicate.put("version", origin.version());
    predicate.putObject("kernel").putObject("digest").put(SHA256, origin.kernel());
    origin.command().forEach(predicate.putArray("command")::add);
    predicate.put("started", origin.started().toString());
    predicate.put("finished", origin.finished().toString());
    ArrayNode results = predicate.putArray("results");
    attestation.results().forEach(result -> results.add(node(result)));
    ArrayNode omitted = predicate.putArray("omitted");
    for (Attestation.Omitted one : attestation.omitted()) {
      omitted.addObject().put("specification", one.specification()).put("name", one.name());
    }
    return statement;
  }

  private static ObjectNode node(AttestedResult result) {
    ObjectNode node = Json.object();
    node.put("specification", result.specification());
    node.put("name", result.name());
    node.put("kind", result.kind());
    node.put("title", result.title().orElse(null));
    node.put("text", result.text());
    node.put("claim", result.claim());
    node.put("claimText", result.claimText());
    node.put("quantity", result.quantity());
    node.put("required", result.required().orElse(null));
    node.put("verdict", result.verdict().map(Verdict::name).orElse(null));
    ArrayNode bounds = node.putArray("bounds");
    for (AttestedPoint point : result.points()) {
      ObjectNode one = bounds.addObject();
      point.at().forEach(one.putArray("at")::add);
      one.put("lower", point.lower().orElse(null));
      one.put("upper", point.upper().orElse(null));
    }
    node.putObject("statement").put(SHA256, result.statement());
    result.networks().forEach(node.putArray("networks")::add);
    node.put("certificate", result.certificate());
    return node;
  }

  /**
   * Reads what is in an envelope. Members that are not known are passed over, as in-toto asks for.
   *
   * @throws EvidenceException if it is not an attestation of this kind and version
   */
  public static Attestation read(Envelope envelope) throws EvidenceException {
    require("the payload type", envelope.payloadType(), PAYLOAD_TYPE);
    ObjectNode statement = StrictJson.object(envelope.payload(), STATEMENT);
    require("the type", StrictJson.text(statement, "_type", STATEMENT), STATEMENT_TYPE);
    require(
        "the predicate type",
        StrictJson.text(statement, "predicateType", STATEMENT),
        PREDICATE_TYPE);
    List<Subject> subjects = subjects(statement);
    ObjectNode predicate = StrictJson.inner(statement, "predicate", STATEMENT);
    List<AttestedResult> results = new ArrayList<>();
    for (ObjectNode node : StrictJson.objects(predicate, "results", PREDICATE)) {
      results.add(result(node));
    }
    List<Attestation.Omitted> omitted = new ArrayList<>();
    for (ObjectNode node : StrictJson.objects(predicate, "omitted", PREDICATE)) {
      String what = "what is omitted";
      omitted.add(
          new Attestation.Omitted(
              StrictJson.text(node, "specification", what), StrictJson.text(node, "name", what)));
    }
    Attestation attestation = new Attestation(subjects, origin(predicate), results, omitted);
    requireSubjects(attestation);
    return attestation;
  }

  private static void require(String what, String found, String expected) throws EvidenceException {
    if (!found.equals(expected)) {
      throw EvidenceException.invalid(
          "%s is '%s'; this version of Surety knows '%s' only",
          what, StrictJson.brief(found), expected);
    }
  }

  private static List<Subject> subjects(ObjectNode statement) throws EvidenceException {
    List<Subject> subjects = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ObjectNode node : StrictJson.objects(statement, "subject", STATEMENT)) {
      String name = StrictJson.text(node, "name", "a subject");
      ObjectNode digests = StrictJson.inner(node, "digest", "a subject");
      subjects.add(Subject.of(name, StrictJson.text(digests, SHA256, "a subject's digest")));
      if (!names.add(name)) {
        throw EvidenceException.invalid("two subjects have the name '%s'", StrictJson.brief(name));
      }
    }
    return subjects;
  }

  private static Attestation.Origin origin(ObjectNode predicate) throws EvidenceException {
    ObjectNode kernel = StrictJson.inner(predicate, "kernel", PREDICATE);
    return new Attestation.Origin(
        StrictJson.text(predicate, "version", PREDICATE),
        digest(kernel, "the kernel"),
        StrictJson.texts(predicate, "command", PREDICATE),
        time(predicate, "started"),
        time(predicate, "finished"));
  }

  private static String digest(ObjectNode node, String what) throws EvidenceException {
    ObjectNode digests = StrictJson.inner(node, "digest", what);
    return Subject.of(what, StrictJson.text(digests, SHA256, what)).digest();
  }

  private static Instant time(ObjectNode predicate, String key) throws EvidenceException {
    String text = StrictJson.text(predicate, key, PREDICATE);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw EvidenceException.invalid(
          "'%s' of %s is no time: %s", key, PREDICATE, StrictJson.brief(text));
    }
  }

  private static AttestedResult result(ObjectNode node) throws EvidenceException {
    List<AttestedPoint> points = new ArrayList<>();
    for (ObjectNode one : StrictJson.objects(node, "bounds", RESULT)) {
      points.add(
          new AttestedPoint(
              StrictJson.texts(one, "at", "a bound"),
              StrictJson.optionalText(one, "lower", "a bound"),
              StrictJson.optionalText(one, "upper", "a bound")));
    }
    if (points.isEmpty()) {
      throw EvidenceException.invalid("a result has no bounds");
    }
    Optional<Verdict> verdict = verdict(node);
    String kind = StrictJson.text(node, "kind", RESULT);
    if (!kind.equals(verdict.isPresent() ? "property" : "query")) {
      throw EvidenceException.invalid(
          "a result is neither a property with a verdict nor a query without");
    }
    ObjectNode statement = StrictJson.inner(node, "statement", RESULT);
    return new AttestedResult(
        StrictJson.text(node, "specification", RESULT),
        StrictJson.text(node, "name", RESULT),
        kind,
        StrictJson.optionalText(node, "title", RESULT),
        StrictJson.text(node, "text", RESULT),
        StrictJson.text(node, "claim", RESULT),
        StrictJson.text(node, "claimText", RESULT),
        StrictJson.text(node, "quantity", RESULT),
        StrictJson.optionalText(node, "required", RESULT),
        verdict,
        points,
        Subject.of("a statement", StrictJson.text(statement, SHA256, RESULT)).digest(),
        StrictJson.texts(node, "networks", RESULT),
        StrictJson.text(node, "certificate", RESULT));
  }

  private static Optional<Verdict> verdict(ObjectNode node) throws EvidenceException {
    Optional<String> text = StrictJson.optionalText(node, "verdict", RESULT);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().equals(text.get())) {
        return Optional.of(verdict);
      }
    }
    throw EvidenceException.invalid("'%s' is no verdict", StrictJson.brief(text.get()));
  }

  /** What a result is about has to have a digest. */
  private static void requireSubjects(Attestation attestation) throws EvidenceException {
    Set<String> names = new HashSet<>();
    attestation.subjects().forEach(subject -> names.add(subject.name()));
    for (AttestedResult result : attestation.results()) {
      List<String> all = new ArrayList<>(result.networks());
      all.add(result.specification());
      all.add(result.certificate());
      for (String name : all) {
        if (!names.contains(name)) {
          throw EvidenceException.invalid(
              "'%s' is about '%s', which is no subject",
              StrictJson.brief(result.name()), StrictJson.brief(name));
        }
      }
    }
  }
}
