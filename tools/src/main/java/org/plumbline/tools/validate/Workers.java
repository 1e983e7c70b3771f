package org.plumbline.tools.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.plumbline.analyzer.text.Texts;

/** Simulated sessions on all cores; results come in the order of the work, whoever ends first. */
final class Workers implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  /**
   * Does all of it.
   *
   * @param what names the work where it goes wrong
   * @throws IOException when interrupted
   */
  <T> List<T> inOrder(String what, List<Callable<T>> work) throws IOException {
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> one : threads.invokeAll(work)) {
        results.add(one.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(Texts.get("validate.interrupted"), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(what, e);
    }
    return results;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
