package org.plumbline.tools.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * The meters as a page for Prometheus, at {@code /metrics} of this computer only (loopback); there
 * is none unless somebody asks for it.
 */
public final class MetricsPage implements Closeable {
  private final HttpServer server;

  private MetricsPage(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens the page.
   *
   * @param port 0 for any free one
   * @throws IOException when the port is taken
   */
  public static MetricsPage open(Meters meters, int port) throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new IOException(
          "metrics cannot be served on port "
              + port
              + " of this computer ("
              + e.getMessage()
              + "); choose another --metrics-port",
          e);
    }
    server.createContext("/metrics", exchange -> answer(exchange, meters.page()));
    server.start();
    return new MetricsPage(server);
  }

  private static void answer(HttpExchange exchange, String page) throws IOException {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  /** Where it is. */
  public String address() {
    InetSocketAddress at = server.getAddress();
    return "http://127.0.0.1:" + at.getPort() + "/metrics";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
