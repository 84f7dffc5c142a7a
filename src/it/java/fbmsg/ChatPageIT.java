package fbmsg;

import static fbmsg.EmulatedVonage.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Chatting on the emulator's page, in a browser: what is written reaches the Page's program, and its answers appear. */
class ChatPageIT {
    @RegisterExtension
    private static final ChatVisit VISIT = new ChatVisit();

    /** Notes each status that a tick shows, as it changes. */
    private static final String WATCH_TICKS = """
            window.ticksSeen = [];
            new MutationObserver(() => document.querySelectorAll('.theirs .ticks').forEach(ticks => {
              const {status} = ticks.dataset;
              if (status && window.ticksSeen.at(-1) !== status) {
                window.ticksSeen.push(status);
              }
            })).observe(document.querySelector('#chat'), {subtree: true, childList: true, attributes: true});
            """;

    @Test
    void twoUsersWriteAndAreAnsweredLive() throws Exception {
        String nora = VISIT.name("Nora");
        VISIT.write("My bowl has a crack.");
        WebhookReceiver.Received fromNora = VISIT.vonage().receiver().nextInbound();
        String aiko = VISIT.newUser("Aiko");
        VISIT.write("Is the class full?\"'<&");
        WebhookReceiver.Received fromAiko = VISIT.vonage().receiver().nextInbound();

        assertThat(List.of(fromNora.text("from"), fromNora.text("to"), fromNora.text("text")))
                .containsExactly(nora, PAGE, "My bowl has a crack.");
        assertThat(List.of(fromAiko.text("from"), fromAiko.text("to"), fromAiko.text("text")))
                .containsExactly(aiko, PAGE, "Is the class full?\"'<&");
        assertThat(nora).isNotEqualTo(aiko);

        VISIT.script(WATCH_TICKS);
        VISIT.vonage().send(aiko, "Two places are left.");
        VISIT.says("word", VISIT.bubble("theirs", "Two places are left."), "read");
        assertThat((List<?>) VISIT.script("return window.ticksSeen"))
                .isEqualTo(List.of("submitted", "delivered", "read"));

        VISIT.vonage().send(nora, "We send a new one.");
        VISIT.the("#users [data-psid='" + nora + "'] .dot");
        assertThat(VISIT.browser().getTitle()).startsWith("(1)");
        assertThat(VISIT.all(".bubble")).hasSize(2);
        VISIT.become(nora);
        VISIT.says("word", VISIT.bubble("theirs", "We send a new one."), "read");
        assertThat(VISIT.all(".bubble")).hasSize(2);
        assertThat(VISIT.browser().getTitle()).doesNotStartWith("(");
        assertThat(VISIT.script("return Boolean(window.ticksSeen)"))
                .as("not loaded anew")
                .isEqualTo(true);
    }

    @Test
    void aMessageThatComesTooLateSaysWhyItIsRejected() {
        VISIT.write("Hello?");
        VISIT.the("#window[data-state=open]");
        VISIT.the("#advance").click();
        VISIT.the("#window[data-state=closed]");
        VISIT.vonage().send("1111111111111111", "Hello! Here we are.");

        WebElement late = VISIT.bubble("theirs", "Hello! Here we are.");
        VISIT.says("word", late, "rejected");
        VISIT.says("error", late, "1340 Outside of the allowed window");
        assertThat(VISIT.the("#window").getText()).startsWith("24 hour window closed");
    }

    @Test
    void whatOthersWriteIsTextAndNothingElse() throws Exception {
        String image = "<img src=x onerror=alert(1)>";
        String script = "</script><script>alert(1)</script>";
        String user = VISIT.name(image);
        VISIT.write(image);
        VISIT.vonage().send(user, script);
        VISIT.bubble("mine", image);
        VISIT.says("word", VISIT.bubble("theirs", script), "read");
        assertThat(VISIT.the("#users .snippet").getText()).isEqualTo(script);

        new Select(VISIT.the("#type")).selectByValue("image");
        VISIT.write("https://example.com/a.png");
        WebElement link =
                VISIT.bubble("mine", "Image\nhttps://example.com/a.png").findElement(By.tagName("a"));
        assertThat(link.getDomAttribute("href")).isEqualTo("https://example.com/a.png");
        assertThat(link.getDomAttribute("rel")).contains("noopener");

        for (WebElement row : VISIT.all(".exchange .toggle")) {
            row.click();
        }
        VISIT.until(
                "all are open",
                page -> VISIT.all(".detail").size() == VISIT.all(".exchange").size());
        assertThat(VISIT.all("main img, main script, main iframe, main [onerror]"))
                .isEmpty();
        assertThatThrownBy(() -> VISIT.browser().switchTo().alert()).isInstanceOf(NoAlertPresentException.class);
    }

    @Test
    void aConversationOutlivesAReload() {
        VISIT.write("Are you there?");
        VISIT.vonage().send("1111111111111111", "Always.");
        VISIT.says("word", VISIT.bubble("theirs", "Always."), "read");

        VISIT.browser().navigate().refresh();

        VISIT.isLive();
        VISIT.bubble("mine", "Are you there?");
        VISIT.says("word", VISIT.bubble("theirs", "Always."), "read");
        assertThat(VISIT.all(".bubble")).hasSize(2);
        assertThat(VISIT.all(".exchange[data-kind=request]")).hasSize(1);
    }

    @Test
    @Tag("loses-connection")
    void whatHappensWhileTheConnectionIsLostIsCaughtUpWith() throws Exception {
        try (Relay relay = new Relay(VISIT.vonage().url())) {
            VISIT.open(relay.url());
            VISIT.write("Are you there?");
            VISIT.bubble("mine", "Are you there?");
            VISIT.the("#text").sendKeys("half a sentence");
            relay.cut();
            VISIT.the("#connection[data-state=reconnecting]");
            VISIT.vonage().send("1111111111111111", "Always.");
            assertThat(VISIT.all(".bubble.theirs")).isEmpty();
            relay.mend();

            VISIT.isLive();
            VISIT.says("word", VISIT.bubble("theirs", "Always."), "read");
            assertThat(VISIT.all(".bubble")).hasSize(2);
            assertThat(VISIT.the("#text").getDomProperty("value")).isEqualTo("half a sentence");
        }
    }
}
