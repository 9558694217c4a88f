package surety.evidence.attestation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.statement.Verdict;
import surety.evidence.EvidenceException;
import surety.report.SchemaFile;

class AttestationTextTest {
  private static final SchemaFile SCHEMA =
      new SchemaFile("/surety/evidence/surety-attestation.schema.json");

  private static final String DIGEST = "0123456789abcdef".repeat(4);

  private static AttestedResult property() {
    return result(
        "property",
        Optional.of(Verdict.PROVED),
        List.of(new AttestedPoint(List.of(), Optional.of("3.6e-350"), Optional.of("0.25"))));
  }

  private static AttestedResult band() {
    return result(
        "query",
        Optional.empty(),
        List.of(
            new AttestedPoint(List.of("-1/3", "2"), Optional.of("0"), Optional.of("0.5")),
            new AttestedPoint(List.of("1/3", "2"), Optional.empty(), Optional.empty())));
  }

  private static AttestedResult result(
      String kind, Optional<Verdict> verdict, List<AttestedPoint> points) {
    return new AttestedResult(
        "a/f.sure",
        kind,
        kind,
        verdict.map(v -> "a \"title\", ü\n"),
        "P(y > 0) < 0.5 under D",
        "R",
        "for the function over the reals",
        "probability",
        verdict.map(v -> "< 0.5"),
        verdict,
        points,
        DIGEST,
        List.of("n.onnx"),
        "a/certificates/f.c.cert");
  }

  private static Attestation attestation() {
    return new Attestation(
        List.of(
            new Subject("a/certificates/f.c.cert", DIGEST),
            new Subject("a/f.sure", DIGEST.replace('0', '1')),
            new Subject("n.onnx", DIGEST.replace('0', '2'))),
        new Attestation.Origin(
            "1.2.3",
            DIGEST,
            List.of("attest", "a/f.sure"),
            Instant.parse("2026-01-31T12:00:00Z"),
            Instant.parse("2026-01-31T12:00:05.250Z")),
        List.of(property(), band()),
        List.of(new Attestation.Omitted("a/f.sure", "other")));
  }

  private static String text() {
    return new String(AttestationText.write(attestation()), StandardCharsets.UTF_8);
  }

  private static Attestation read(String payload) throws EvidenceException {
    return AttestationText.read(
        new Envelope(
            AttestationText.PAYLOAD_TYPE,
            payload.getBytes(StandardCharsets.UTF_8),
            List.of(new Envelope.Signature(Optional.empty(), new byte[0]))));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws EvidenceException {
    assertEquals(attestation(), read(text()));
  }

  @Test
  void itKeepsToTheSchema() throws Exception {
    SCHEMA.assertValid(text());
    assertFalse(SCHEMA.violations(text().replace("PROVED", "TRUE")).isEmpty());
    assertFalse(SCHEMA.violations(text().replace(DIGEST, "abc")).isEmpty());
    assertFalse(SCHEMA.violations(text().replace("3.6e-350", "about 0")).isEmpty());
  }

  /** So that a later version may say more. */
  @Test
  void whatIsNotKnownIsPassedOver() throws EvidenceException {
    String more =
        text()
            .replace("\"predicate\" : {", "\"more\" : [ 1 ],\n\"predicate\" : {\n\"more\" : {},")
            .replace("\"sha256\" :", "\"sha512\" : \"00\", \"sha256\" :");
    assertEquals(attestation(), read(more));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "https://in-toto.io/Statement/v1 | https://in-toto.io/Statement/v2 | the type is 'https://in-toto.io/Statement/v2'",
        "urn:surety:attestation:1 | urn:surety:attestation:2 | the predicate type is 'urn:surety:attestation:2'",
        "\"_type\" | \"type\"                     | has no text '_type'",
        "\"predicateType\" | \"predicate\"        | Duplicate field 'predicate'",
        "\"predicate\" : { | \"x\" : {            | has no object 'predicate'",
        "\"subject\" : [ | \"x\" : [              | has no list 'subject'",
        "\"name\" : \"n.onnx\" | \"x\" : 1        | a subject has no text 'name'",
        "\"name\" : \"n.onnx\" | \"name\" : \"a/f.sure\" | two subjects have the name 'a/f.sure'",
        "\"name\" : \"n.onnx\" | \"name\" : \"other\"    | is about 'n.onnx', which is no subject",
        "\"name\" : \"a/f.sure\" | \"name\" : \"g.sure\" | is about 'a/f.sure', which is no subject",
        "\"certificate\" : \"a/ | \"certificate\" : \"b/ | is about 'b/certificates/f.c.cert', which is no subject",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef | 0123 | is not 64",
        "0123456789abcdef0123456789abcdef | 0123456789ABCDEF0123456789ABCDEF | is not 64",
        "\"sha256\" | \"sha1\"                    | has no text 'sha256'",
        "\"kernel\" : { | \"x\" : {               | has no object 'kernel'",
        "\"version\" | \"x\"                      | has no text 'version'",
        "2026-01-31T12:00:00Z | yesterday         | 'started' of the predicate is no time: yesterday",
        "2026-01-31T12:00:00Z | 2026-02-31T12:00:00Z | is no time",
        "\"command\" : [ | \"command\" : [ 1,     | has an element that is no text",
        "\"results\" : [ | \"results\" : [ 1,     | has an element that is no object",
        "\"omitted\" : [ | \"omitted\" : [ {},    | what is omitted has no text 'specification'",
        "\"PROVED\" | \"TRUE\"                    | 'TRUE' is no verdict",
        "\"PROVED\" | null                        | neither a property with a verdict nor a query",
        "\"verdict\" : null | \"verdict\" : \"PROVED\" | neither a property with a verdict nor a query",
        "\"kind\" : \"property\" | \"kind\" : \"axiom\" | neither a property with a verdict nor a query",
        "\"at\" : [ ] | \"at\" : null             | a bound has no list 'at'",
        "\"lower\" : \"3.6e-350\" | \"lower\" : 3.6e-350 | 'lower' of a bound is no text",
        "\"claim\" : | \"x\" :                    | a result has no text 'claim'",
        "\"bounds\" : | \"x\" :                   | a result has no list 'bounds'",
        "\"networks\" : [ | \"x\" : [             | a result has no list 'networks'",
      })
  void whatIsNoAttestationIsRefused(String part, String other, String reason) {
    String changed = text().replace(part, other);
    assertFalse(changed.equals(text()), part);
    EvidenceException e = assertThrows(EvidenceException.class, () -> read(changed));
    assertEquals(EvidenceException.Cause.INVALID, e.kind());
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
  }

  @Test
  void aResultHasBounds() {
    String none = text().replaceFirst("(?s)\"bounds\" : \\[ \\{.*?\\} \\]", "\"bounds\" : [ ]");
    EvidenceException e = assertThrows(EvidenceException.class, () -> read(none));
    assertEquals("a result has no bounds", e.getMessage());
  }

  @Test
  void otherPayloadsAreRefused() {
    Envelope other =
        new Envelope("application/json", AttestationText.write(attestation()), List.of());
    EvidenceException e = assertThrows(EvidenceException.class, () -> AttestationText.read(other));
    assertTrue(e.getMessage().startsWith("the payload type is 'application/json'"), e.getMessage());
  }

  @Test
  void messagesDoNotMoveTheCursor() {
    String changed =
        text().replace("urn:surety:attestation:1", "\\u001b[2J\\nVALID" + "x".repeat(999));
    EvidenceException e = assertThrows(EvidenceException.class, () -> read(changed));
    assertTrue(e.getMessage().chars().noneMatch(Character::isISOControl), e.getMessage());
    assertTrue(e.getMessage().length() < 300, e.getMessage());
  }

  @Test
  void mutantsAreReadOrRefused() {
    byte[] text = AttestationText.write(attestation());
    Random random = new Random(3);
    int equal = 0;
    for (int k = 0; k < 1000; k++) {
      byte[] mutant = EnvelopeTest.mutant(text, random);
      try {
        Attestation read =
            AttestationText.read(new Envelope(AttestationText.PAYLOAD_TYPE, mutant, List.of()));
        equal += read.equals(attestation()) ? 1 : 0;
      } catch (EvidenceException e) {
        assertEquals(EvidenceException.Cause.INVALID, e.kind());
      }
    }
    assertTrue(equal < 200, equal + " mutants say the same");
  }
}
