package org.plumbline.tools.validate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a suite may use.
 *
 * @param data folder of the data sets, one subfolder each; empty when there are none
 * @param progress told in a few words what is being done
 */
public record Inputs(Optional<Path> data, Consumer<String> progress) {

  /** The folder of one data set, if it is there. */
  public Optional<Path> folder(String dataSet) {
    return data.map(root -> root.resolve(dataSet)).filter(Files::isDirectory);
  }

  /**
   * The folder of a data set that the suite said it needs.
   *
   * @throws IllegalStateException when the suite was run although {@link ValidationSuite#missing}
   *     names it
   */
  Path requiredFolder(String dataSet) {
    return folder(dataSet).orElseThrow(() -> new IllegalStateException("no folder " + dataSet));
  }
}
