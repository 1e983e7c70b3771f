package org.plumbline.tools.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Tick;

/** The page that Prometheus reads. */
class MetricsPageTest {

  @Test
  void servesWhatWasCountedOnThisComputerOnly() throws IOException, InterruptedException {
    Meters meters = new Meters();
    meters.analyzed(new Tick(1), 1_000);
    meters.analyzed(new Lost(2, 1, 0, 7, Lost.Cause.WIRE), 1_000);
    meters.level("queue", "Events waiting", () -> 42);
    try (MetricsPage page = MetricsPage.open(meters, 0)) {
      assertThat(page.address()).startsWith("http://127.0.0.1:");
      String body =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(page.address())).build(),
                  BodyHandlers.ofString())
              .body();
      assertThat(body)
          .contains("plumbline_events_total 2.0", "plumbline_samples_lost_total 7.0")
          .contains("plumbline_queue 42.0", "plumbline_analysis_seconds_count 2");
      int taken = URI.create(page.address()).getPort();
      assertThatThrownBy(() -> MetricsPage.open(meters, taken))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("--metrics-port");
    }
  }
}
