package surety.certificates.attack;

import java.util.List;
import surety.certificates.replay.NetworkContent;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

/**
 * Everything that a statement is about, with the statement's claim.
 *
 * @param semantics {@code real}, or a format with an accuracy
 */
record Scene(String semantics, List<Model> models, World world, String claim) {
  Scene {
    models = List.copyOf(models);
  }

  List<NetworkContent> contents() {
    return models.stream().map(Model::content).toList();
  }

  Scene claiming(String other) {
    return new Scene(semantics, models, world, other);
  }

  boolean isReal() {
    return semantics.equals("real");
  }

  /**
   * The statement.
   *
   * @throws StatementException if the kernel refuses it
   */
  Statement statement() throws StatementException {
    StringBuilder text = new StringBuilder("surety statement 2\nsemantics " + semantics + "\n");
    text.append("networks " + models.size() + "\n");
    for (Model model : models) {
      text.append("network sha256 ").append(model.content().digest(Stop.NEVER));
      text.append(" outputs " + model.outputs() + "\n");
    }
    return Statement.parse(text + world.text() + claim + "\n");
  }
}
