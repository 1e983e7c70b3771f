package org.plumbline.device.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.device.session.TestStreams.MILLI;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.device.protocol.HostCommand;
import org.plumbline.device.protocol.Message;
import org.plumbline.device.protocol.PlumblineCommandDecoder;
import org.plumbline.device.protocol.PlumblineDriver;
import org.plumbline.device.session.Conversation.Phase;

class ConversationTest {
  private final Conversation talk = new Conversation(new PlumblineDriver(), "COM3", false);
  private final PlumblineCommandDecoder ear = new PlumblineCommandDecoder();
  private final List<HostCommand> heard = new ArrayList<>();
  private int lastId;
  private long now;

  /** Lets time pass and hears what is asked. */
  private int hear(long millis) {
    now += millis * MILLI;
    Optional<byte[]> bytes = talk.onTime(now);
    bytes.ifPresent(
        written ->
            ear.decode(
                written,
                0,
                written.length,
                (id, command) -> {
                  lastId = id;
                  heard.add(command);
                }));
    return bytes.isPresent() ? 1 : 0;
  }

  private void answer(Message.Reply.Result result) {
    talk.onMessage(new Message.Reply(now, lastId, result, "words of the device"));
  }

  private void untilRunning() {
    talk.begin(now);
    hear(0);
    answer(Message.Reply.Result.OK);
    hear(10);
    answer(Message.Reply.Result.OK);
    talk.onMessage(TestStreams.description(now, 200, 1));
    hear(10);
    answer(Message.Reply.Result.OK);
  }

  @Test
  void helloDescribeStartAndThenSilence() {
    untilRunning();
    assertThat(heard)
        .extracting(command -> command.getClass().getSimpleName())
        .containsExactly("Hello", "Describe", "Start");
    assertThat(talk.phase()).isEqualTo(Phase.RUNNING);
    assertThat(talk.problem()).isEmpty();
    assertThat(hear(100)).isZero();
  }

  @Test
  void startWaitsForTheWholeDescription() {
    talk.begin(now);
    hear(0);
    answer(Message.Reply.Result.OK);
    hear(1);
    answer(Message.Reply.Result.OK);
    talk.onMessage(new Message.Description(now, TestStreams.device(200, 1), false));
    assertThat(talk.phase()).isEqualTo(Phase.DESCRIBE);
    talk.onMessage(TestStreams.description(now, 200, 1, 2));
    assertThat(talk.phase()).isEqualTo(Phase.START);
  }

  @Test
  void unansweredQuestionIsAskedAgainWithTheSameIdThenGivenUpWithASentence() {
    talk.begin(now);
    hear(0);
    int first = lastId;
    int asked = 1;
    while (talk.problem().isEmpty()) {
      asked += hear(310);
    }
    assertThat(lastId).isEqualTo(first);
    assertThat(asked).isEqualTo(new PlumblineDriver().probe().attempts());
    assertThat(talk.problem())
        .startsWith("The device on COM3 does not answer \"hello\"")
        .contains("baud rate");
    assertThat(hear(1_000)).as("a pause").isZero();
    assertThat(hear(1_100)).as("then again").isOne();
  }

  @Test
  void refusalIsToldInTheDevicesWordsAndAskedAgainLater() {
    talk.begin(now);
    hear(0);
    answer(Message.Reply.Result.FAILED);
    assertThat(talk.problem()).contains("refuses \"hello\": words of the device");
    assertThat(hear(1_900)).isZero();
    assertThat(hear(200)).isOne();
  }

  @Test
  void deviceThatFallsSilentIsAskedToStartAgain() {
    untilRunning();
    heard.clear();
    assertThat(hear(2_900)).isZero();
    talk.onMessage(TestStreams.data(now, 1, 0, 0, 0, 1));
    assertThat(hear(2_900)).isZero();
    assertThat(hear(200)).isOne();
    assertThat(heard.get(0)).isInstanceOf(HostCommand.Hello.class);
    assertThat(talk.problem()).contains("has sent no samples for 3 s");
  }

  @Test
  void deviceThatRestartsIsAskedToStartAgainAtOnce() {
    untilRunning();
    talk.onMessage(new Message.DeviceEvent(now, 1, 0, Message.EventCode.BOOT, 0, ""));
    assertThat(hear(1)).isOne();
    assertThat(talk.phase()).isEqualTo(Phase.HELLO);
  }

  @Test
  void stopIsDoneWhenAnsweredOrAfterItsAttempts() {
    untilRunning();
    talk.stop(now);
    hear(0);
    assertThat(heard.get(heard.size() - 1)).isInstanceOf(HostCommand.Stop.class);
    answer(Message.Reply.Result.OK);
    assertThat(talk.phase()).isEqualTo(Phase.DONE);

    untilRunning();
    talk.stop(now);
    for (int i = 0; i < 6; i++) {
      hear(310);
    }
    assertThat(talk.phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void listenOnlyPortIsNeverWrittenTo() {
    Conversation quiet = new Conversation(new PlumblineDriver(), "COM3", true);
    quiet.begin(0);
    assertThat(quiet.phase()).isEqualTo(Phase.RUNNING);
    for (int second = 0; second < 60; second++) {
      assertThat(quiet.onTime(second * 1_000L * MILLI)).isEmpty();
    }
    quiet.onMessage(new Message.DeviceEvent(now, 1, 0, Message.EventCode.BOOT, 0, ""));
    assertThat(quiet.onTime(61_000 * MILLI)).isEmpty();
    quiet.stop(61_000 * MILLI);
    assertThat(quiet.onTime(62_000 * MILLI)).isEmpty();
    assertThat(quiet.phase()).isEqualTo(Phase.DONE);
  }
}
