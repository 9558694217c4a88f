package surety.certificates.cases;

import java.nio.charset.StandardCharsets;
import java.util.List;
import surety.certificates.onnx.CaseNetworks;

/**
 * A language-neutral case: what a checker is given, and what it has to say.
 *
 * @param name folder and name, without an ending
 * @param certificate the bytes, as ISO 8859-1
 * @param verdict of the replay, and behind a blank that of what is required
 * @param about what it shows, or what is wrong, and the section of FORMAT.md
 */
record Case(
    String name,
    String statement,
    List<CaseNetworks> networks,
    String certificate,
    String verdict,
    String about) {
  Case {
    networks = List.copyOf(networks);
    if (!name.matches("(valid|invalid|robust)/[a-z0-9-]+") || about.matches("(?s).*[,\"\n].*")) {
      throw new IllegalArgumentException(name + ": " + about);
    }
  }

  static Case of(
      String name,
      String statement,
      List<CaseNetworks> networks,
      byte[] certificate,
      String verdict,
      String about) {
    String text = new String(certificate, StandardCharsets.ISO_8859_1);
    return new Case(name, statement, networks, text, verdict, about);
  }

  byte[] bytes() {
    return certificate.getBytes(StandardCharsets.ISO_8859_1);
  }
}
