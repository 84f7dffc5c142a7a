package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.support.ui.Select;

/**
 * Pictures of the chat page in use, into target/chat-page. {@code -Dfbmsg.update=true} takes the one that the documentation
 * shows anew.
 */
class ChatPagePictureIT {
    private static final Path PICTURES = Shell.PROJECT.resolve("target/chat-page");
    private static final Path SHOWN = Shell.PROJECT.resolve("src/doc/chat-page.png");
    private static final long HEAVIEST = 200_000;

    private static final LocalTime MORNING = LocalTime.of(9, 12, 20);
    private static final String NORA = "1111111111111111";
    private static final String TOMAS = "2345678901234567";
    private static final String AIKO = "3456789012345679";

    private static final String OPEN_LATEST_INBOUND = """
            const row = [...document.querySelectorAll('.exchange')].findLast(one => one.textContent.includes('inbound'));
            row.querySelector('.toggle').click();
            row.scrollIntoView();
            document.activeElement.blur();
            """;

    @RegisterExtension
    private static final ChatVisit VISIT = new ChatVisit();

    @Test
    void isTakenOfAConversation() throws Exception {
        haveAConversation();
        VISIT.script(OPEN_LATEST_INBOUND);
        VISIT.the(".detail");
        Files.createDirectories(PICTURES);
        Path light = take("light", 1280, 800, "light");
        take("dark", 1280, 800, "dark");
        take("narrow", 375, 740, "light");
        if (Boolean.getBoolean("fbmsg.update")) {
            assertThat(Files.size(light)).as("bytes of " + light).isLessThan(HEAVIEST);
            Files.createDirectories(SHOWN.getParent());
            Files.copy(light, SHOWN, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A potter's Page, and three people who write to it. */
    private static void haveAConversation() throws Exception {
        long untilMorning =
                Duration.between(LocalTime.now(ZoneOffset.UTC), MORNING).toSeconds();
        VISIT.vonage().advance(Math.floorMod(untilMorning, 86_400) + "s");
        VISIT.name("Nora Lindqvist");
        write("Hi! My blue bowl arrived today, and it has a crack.");
        new Select(VISIT.the("#type")).selectByValue("image");
        write("https://example.com/photos/blue-bowl.jpg");
        VISIT.vonage().advance("4m");
        VISIT.vonage().send(NORA, "Oh no, I am sorry! We will make you a new one.");
        write("That is so kind of you, thank you!");

        VISIT.vonage().advance("25h");
        VISIT.vonage().send(NORA, "Your new bowl is ready to leave.");
        meet(TOMAS, "Tomás Rivera", "Do you ship to Portugal?");
        VISIT.vonage().send(TOMAS, "Yes, in three days, for nine euros.");
        write("Wonderful, thank you.");
        meet(AIKO, "Aiko Tanaka", "Is the class on Saturday full?");
        VISIT.become(NORA);
        VISIT.vonage().advance("9m");
        VISIT.vonage().send(AIKO, "Two places are left, shall I keep one for you?");
        write("Hello again! Has the new bowl left yet?");
        VISIT.vonage().advance("2m");
        VISIT.vonage().send(NORA, "It has! It will be with you on Friday.");
        VISIT.says("word", VISIT.bubble("theirs", "It has! It will be with you on Friday."), "read");
        VISIT.the("#users [data-psid='" + AIKO + "'] .dot");
        VISIT.until("the webhook of the last one", page -> inbound() == 7);
    }

    private static long inbound() {
        return VISIT.all(".exchange .facts").stream()
                .filter(facts -> facts.getText().endsWith("inbound"))
                .count();
    }

    private static void meet(String psid, String name, String text) throws Exception {
        VISIT.vonage().write(psid, text);
        VISIT.vonage().receiver().nextInbound();
        VISIT.become(psid);
        VISIT.name(name);
    }

    private static void write(String text) throws InterruptedException {
        VISIT.write(text);
        VISIT.vonage().receiver().nextInbound();
    }

    private static Path take(String name, int width, int height, String scheme) throws IOException {
        Browser.emulate(VISIT.browser(), width, height, scheme);
        VISIT.until("laid out", page -> VISIT.script("return innerWidth").equals((long) width));
        Path picture = PICTURES.resolve(name + ".png");
        Files.write(picture, VISIT.browser().getScreenshotAs(OutputType.BYTES));
        return picture;
    }
}
