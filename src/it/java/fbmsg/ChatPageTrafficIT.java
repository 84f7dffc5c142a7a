package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.json.Document;
import fbmsg.json.Json;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Looking at what went over the wire, and repeating it: the page's curl commands are run by a real shell. */
class ChatPageTrafficIT {
    private static final String USER = "1111111111111111";
    /** Whatever a shell, or curl, might take for something else. */
    private static final String TRICKY = "@It's \"$HOME\" `id` $(id) \\n %20 é ü ✓ \\";

    @RegisterExtension
    private static final ChatVisit VISIT = new ChatVisit();

    @BeforeAll
    static void curlIsThere() {
        Shell.assumeInstalled("curl");
    }

    @Test
    void aWebhookIsReadAndRepeated() throws Exception {
        VISIT.write(TRICKY);
        WebhookReceiver.Received first = VISIT.vonage().receiver().nextInbound();

        WebElement detail = open("webhook");
        assertThat(body(detail)).contains("\n  \"text\": ");
        assertThat(Json.parse(body(detail))).isEqualTo(Json.parse(first.body()));
        assertThat(run(detail)).isEqualTo("200");

        WebhookReceiver.Received second = VISIT.vonage().receiver().nextInbound();
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.authorization()).isEqualTo(first.authorization());
    }

    @Test
    void aRequestIsReadAndRepeated() throws Exception {
        VISIT.write("Hello?");
        VISIT.vonage().send(USER, TRICKY);
        VISIT.says("word", VISIT.bubble("theirs", TRICKY), "read");

        WebElement detail = open("request");
        assertThat(Json.parse(body(detail)).text("text")).contains(TRICKY);
        assertThat(run(detail)).isEqualTo("202");

        VISIT.until(
                "a second message",
                page -> VISIT.all(".bubble.theirs .ticks[data-status=read]").size() == 2);
        List<Document> requests = VISIT.vonage().requests();
        assertThat(requests).hasSize(2);
        assertThat(EmulatedVonage.essence(requests.get(1))).isEqualTo(EmulatedVonage.essence(requests.get(0)));
    }

    @Test
    void theTrafficOfOneMessageIsFoundAndLeadsBackToIt() {
        VISIT.write("One");
        String uuid = VISIT.bubble("mine", "One").getDomAttribute("data-uuid");
        VISIT.the(".exchange"); // or the other's webhook might come first
        VISIT.write("Two");
        VISIT.until("both", page -> VISIT.all(".exchange[data-kind=webhook]").size() == 2);
        VISIT.newUser("Somebody else");

        VISIT.until("the first one", page -> VISIT.all(".exchange").get(0))
                .findElement(By.className("toggle"))
                .click();
        VISIT.the(".detail .to-message").click();
        WebElement info = VISIT.browser().switchTo().activeElement();
        assertThat(info.getAccessibleName()).isEqualTo("Show its traffic");
        assertThat(VISIT.all(".bubble:focus-within").get(0).getDomAttribute("data-uuid"))
                .isEqualTo(uuid);
        info.click();
        assertThat(VISIT.the("#only").getText()).contains(uuid);
        assertThat(VISIT.all(".exchange:not([hidden])")).hasSize(1);
        VISIT.the("#only button").click();
        assertThat(VISIT.all(".exchange:not([hidden])")).hasSize(2);
    }

    /** Opens the latest of a kind. */
    private static WebElement open(String kind) {
        String row = ".exchange[data-kind=" + kind + "]";
        VISIT.the(row + " .toggle").click();
        return VISIT.the(row + " .detail");
    }

    private static String body(WebElement detail) {
        return detail.findElement(By.cssSelector("pre.body")).getText();
    }

    /** The status that the shown command is answered with. */
    private static String run(WebElement detail) {
        String command = detail.findElement(By.className("curl")).getDomProperty("textContent");
        Launched curl = VISIT.vonage().shell().run(command + " -sS -o answer -w '%{http_code}'");
        assertThat(curl.exit()).as(command + "\n" + curl).isZero();
        return curl.text();
    }
}
