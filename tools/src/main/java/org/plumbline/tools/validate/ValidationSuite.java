package org.plumbline.tools.validate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A group of figures about one thing. Stateless: the same inputs give the same figures. */
public interface ValidationSuite {

  /** One word of the command line. */
  String id();

  /** Subfolder with the real recordings without which it cannot run; empty if it needs none. */
  default Optional<String> dataSet() {
    return Optional.empty();
  }

  /** The folder that it needs and that is not there. */
  default Optional<String> missing(Inputs inputs) {
    return dataSet().filter(name -> inputs.folder(name).isEmpty());
  }

  /**
   * Measures.
   *
   * @throws IOException when a file is missing or not what it should be, with a message for the
   *     user
   */
  List<Figure> figures(Inputs inputs) throws IOException;
}
