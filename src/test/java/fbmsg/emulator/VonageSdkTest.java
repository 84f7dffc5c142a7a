package fbmsg.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vonage.client.HttpConfig;
import com.vonage.client.VonageClient;
import com.vonage.client.application.Application;
import com.vonage.client.application.ApplicationClient;
import com.vonage.client.application.ApplicationResponseException;
import com.vonage.client.application.capabilities.Messages;
import com.vonage.client.application.capabilities.Webhook;
import com.vonage.client.common.HttpMethod;
import com.vonage.client.messages.InboundMessage;
import com.vonage.client.messages.MessageResponseException;
import com.vonage.client.messages.MessageStatus;
import com.vonage.client.messages.MessagesClient;
import com.vonage.client.messages.messenger.MessengerImageRequest;
import com.vonage.client.messages.messenger.MessengerTextRequest;
import fbmsg.emulator.webhook.Version;
import fbmsg.http.HttpListener;
import fbmsg.http.ListenerLimits;
import fbmsg.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vonage's own client for Java against the emulator, over loopback, with nothing changed but its base URL. */
class VonageSdkTest {
    /** It tells of each refusal; kept here, because loggers that nobody keeps forget their level. */
    private static final Logger TALK = Logger.getLogger("com.vonage.client");

    private final Town town = new Town(Version.V1, Optional.empty(), Clock.systemUTC());
    private HttpListener listener;

    @BeforeEach
    void open() {
        TALK.setLevel(Level.OFF);
        listener = HttpListener.open("127.0.0.1", 0, ListenerLimits.USUAL, town::exchange, bug -> {
            throw new AssertionError(bug);
        });
    }

    @AfterEach
    void close() {
        listener.close(Duration.ZERO);
    }

    private VonageClient.Builder client() {
        return VonageClient.builder()
                .httpConfig(HttpConfig.builder()
                        .apiBaseUri("http://127.0.0.1:" + listener.port())
                        .build());
    }

    private MessagesClient messages() {
        return client().applicationId(Box.APPLICATION)
                .privateKeyContents(Box.KEYS.privatePem())
                .build()
                .getMessagesClient();
    }

    private ApplicationClient applications() {
        return client().apiKey(Town.KEY).apiSecret(Town.SECRET).build().getApplicationClient();
    }

    @Test
    void sends() throws Exception {
        town.write();
        String id = messages()
                .sendMessage(MessengerTextRequest.builder()
                        .from(Town.PAGE)
                        .to(Town.USER)
                        .text("Hi é😀")
                        .clientRef("order-42")
                        .build())
                .getMessageUuid()
                .toString();
        messages()
                .sendMessage(MessengerImageRequest.builder()
                        .from(Town.PAGE)
                        .to(Town.USER)
                        .url("https://example.com/a.png")
                        .build());

        assertThat(town.emulator.sent()).hasSize(2).first().satisfies(sent -> {
            assertThat(sent.messageUuid()).isEqualTo(id);
            assertThat(sent.text()).contains("Hi é😀");
        });
    }

    /** And what comes back is good for its readers and its check of signatures. */
    @Test
    void readsTheWebhooks() throws Exception {
        town.write();
        messages()
                .sendMessage(MessengerTextRequest.builder()
                        .from(Town.PAGE)
                        .to("9000000000001340")
                        .text("a")
                        .clientRef("r")
                        .build());
        Request first = town.webhooks.get(0);
        InboundMessage inbound = InboundMessage.fromJson(new String(first.body(), StandardCharsets.UTF_8));
        assertThat(List.of(inbound.getFrom(), inbound.getTo(), inbound.getText()))
                .containsExactly("23", "107", "Hi");
        assertThat(MessagesClient.verifySignature(
                        first.headers().first("Authorization").orElseThrow().substring("Bearer ".length()), "secret"))
                .isTrue();

        MessageStatus status =
                MessageStatus.fromJson(new String(town.webhooks.get(1).body(), StandardCharsets.UTF_8));
        assertThat(status.getStatus()).isEqualTo(MessageStatus.Status.REJECTED);
        assertThat(status.getError().getTitle()).isEqualTo("1340");
        assertThat(status.getClientRef()).isEqualTo("r");
    }

    @Test
    void understandsTheRefusals() {
        MessagesClient strangers = client().applicationId(Box.APPLICATION)
                .privateKeyContents(Box.OTHER_KEYS.privatePem())
                .build()
                .getMessagesClient();
        MessengerTextRequest.Builder message =
                MessengerTextRequest.builder().from(Town.PAGE).text("Hi");
        assertThatThrownBy(() -> strangers.sendMessage(message.to("23").build()))
                .isInstanceOfSatisfying(MessageResponseException.class, e -> {
                    assertThat(e.getStatusCode()).isEqualTo(401);
                    assertThat(e.getTitle()).isEqualTo("You did not provide correct credentials.");
                });
        assertThatThrownBy(() ->
                        messages().sendMessage(message.to("9000000000000422").build()))
                .isInstanceOfSatisfying(
                        MessageResponseException.class,
                        e -> assertThat(e.getTitle()).isEqualTo("Invalid recipient"));
        assertThatThrownBy(() ->
                        messages().sendMessage(message.to("9000000000000429").build()))
                .isInstanceOfSatisfying(
                        MessageResponseException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(429));
    }

    @Test
    void managesApplications() {
        Messages capability = Messages.builder()
                .inbound(Webhook.builder()
                        .address("http://127.0.0.1:3000/i")
                        .method(HttpMethod.POST)
                        .build())
                .status(Webhook.builder()
                        .address("http://127.0.0.1:3000/s")
                        .method(HttpMethod.POST)
                        .build())
                .build();
        Application made = applications()
                .createApplication(Application.builder()
                        .name("mine")
                        .addCapability(capability)
                        .build());
        assertThat(made.getKeys().getPrivateKey()).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(applications().listAllApplications()).hasSize(2);
        assertThat(applications()
                        .updateApplication(
                                Application.builder(made).name("yours").build())
                        .getName())
                .isEqualTo("yours");
        assertThat(applications()
                        .getApplication(made.getId().toString())
                        .getCapabilities()
                        .getMessages())
                .isNotNull();
        applications().deleteApplication(made.getId().toString());
        assertThatThrownBy(() -> applications().getApplication(made.getId().toString()))
                .isInstanceOfSatisfying(
                        ApplicationResponseException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(404));
    }
}
