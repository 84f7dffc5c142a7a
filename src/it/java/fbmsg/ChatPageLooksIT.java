package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The chat page, for whoever has a narrow screen, wants it dark, has no mouse, or hears it instead of seeing it. */
class ChatPageLooksIT {
    private static final String USER = "1111111111111111";

    /** 0 is black, 1 is white. */
    private static final String LUMINANCE = """
            const [r, g, b] = getComputedStyle(document.querySelector(arguments[0]))[arguments[1]].match(/[\\d.]+/g);
            return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
            """;

    /** What sticks out to the right, of the whole page and of each part that is not meant to be scrolled sideways. */
    private static final String STICKS_OUT = """
            return [...document.querySelectorAll('html, body, #bar, .panel, .head, #composer, #chat, #traffic')]
              .filter(part => part.clientWidth > 0 && part.scrollWidth > part.clientWidth)
              .map(part => `${part.tagName}#${part.id}.${part.className} ${part.scrollWidth} > ${part.clientWidth}`);
            """;

    /** Whether the focus is on the screen and has a ring: its own, or that of the label by which it is drawn. */
    private static final String FOCUS_IS_SEEN = """
            const focus = document.activeElement;
            const box = focus.getBoundingClientRect();
            const ring = part => {
              const {outlineStyle, outlineWidth} = part ? getComputedStyle(part) : {outlineStyle: 'none'};
              return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
            };
            return box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight
              && (ring(focus) || ring(focus.matches('input') && focus.nextElementSibling));
            """;

    private static final String INTERACTIVE = "a[href], button, input, select, textarea, summary, [tabindex]";

    @RegisterExtension
    private static final ChatVisit VISIT = new ChatVisit();

    @Test
    void aNarrowScreenShowsOnePartAfterTheOther() {
        Browser.emulate(VISIT.browser(), 375, 740, "light");
        VISIT.name("Nora");
        VISIT.write("A very long word: " + "donaudampfschiff".repeat(12));
        VISIT.vonage().send(USER, "https://example.com/" + "path/".repeat(30));
        VISIT.until("read", page -> !VISIT.all(".ticks[data-status=read]").isEmpty());
        nothingSticksOut();
        assertThat(VISIT.all("#users, #traffic")).noneMatch(WebElement::isDisplayed);

        VISIT.the("#views [data-view=traffic]").click();
        VISIT.the(".exchange[data-kind=request] .toggle").click();
        VISIT.the(".detail summary").click();
        VISIT.the(".detail .curl");
        nothingSticksOut();
        VISIT.the("#views [data-view=users]").click();
        nothingSticksOut();
        VISIT.the("#users [data-psid] button").click();
        VISIT.the("#chat");
        nothingSticksOut();
    }

    private static void nothingSticksOut() {
        assertThat(VISIT.script("return innerWidth")).isEqualTo(375L);
        assertThat((List<?>) VISIT.script(STICKS_OUT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light, 0.85, 1, 0, 0.2", "dark, 0, 0.15, 0.8, 1"})
    void theColoursAreThoseThatTheReaderWants(
            String scheme, double groundLeast, double groundMost, double inkLeast, double inkMost) {
        Browser.emulate(VISIT.browser(), 1280, 800, scheme);
        VISIT.write("Hello?");
        VISIT.bubble("mine", "Hello?");
        for (String part : List.of("body", ".panel[data-view=chat]", "#text")) {
            assertThat(luminance(part, "backgroundColor")).as(part).isBetween(groundLeast, groundMost);
            assertThat(luminance(part, "color")).as(part).isBetween(inkLeast, inkMost);
        }
    }

    private static double luminance(String part, String property) {
        return ((Number) VISIT.script(LUMINANCE, part, property)).doubleValue();
    }

    @Test
    void theKeyboardIsEnoughAndItsFocusIsSeen() throws Exception {
        assertThat(tabTo("text")).contains("advance", "reset", "new-user", "type");
        press("Written without a mouse", Keys.ENTER);
        assertThat(VISIT.vonage().receiver().nextInbound().text("text")).isEqualTo("Written without a mouse");

        VISIT.the(".exchange");
        tabTo("toggle");
        press(Keys.ENTER);
        assertThat(VISIT.the(".detail .curl").getText()).startsWith("curl ");
    }

    /** Goes on with the Tab key, and returns where it came by. */
    private static List<String> tabTo(String end) {
        List<String> stops = new ArrayList<>();
        do {
            assertThat(stops).hasSizeLessThan(50);
            press(Keys.TAB);
            stops.add(focused());
            assertThat(VISIT.script(FOCUS_IS_SEEN)).as(stops.toString()).isEqualTo(true);
        } while (!focused().equals(end));
        return stops;
    }

    @Test
    void theFirstStopLeadsToTheMessageBox() {
        press(Keys.TAB, Keys.ENTER);
        assertThat(focused()).isEqualTo("text");
    }

    private static void press(CharSequence... keys) {
        new Actions(VISIT.browser()).sendKeys(keys).perform();
    }

    private static String focused() {
        return (String) VISIT.script("return document.activeElement.id || document.activeElement.className");
    }

    @Test
    void everythingHasANameThatIsReadAloud() {
        VISIT.write("Hello?");
        VISIT.the("#advance").click();
        VISIT.the("#window[data-state=closed]");
        VISIT.vonage().send(USER, "Too late.");
        VISIT.says("word", VISIT.bubble("theirs", "Too late."), "rejected");
        VISIT.the(".exchange[data-kind=request] .toggle").click();
        VISIT.the(".detail");
        assertThat(VISIT.the("#chat").getAriaRole()).isEqualTo("log");
        everyNameIsSaid();

        VISIT.the("#reset").click();
        assertThat(VISIT.the("#sure").getAriaRole()).isEqualTo("dialog");
        assertThat(VISIT.the("#sure").getAccessibleName()).isEqualTo("Reset the emulator?");
        press(Keys.ESCAPE);
        VISIT.until("closed", page -> VISIT.all("dialog[open]").isEmpty());
        VISIT.bubble("mine", "Hello?");
    }

    private static void everyNameIsSaid() {
        // what its label draws is there too, though nobody sees it
        List<WebElement> there = VISIT.all(INTERACTIVE).stream()
                .filter(one -> one.isDisplayed() || "radio".equals(one.getDomProperty("type")))
                .toList();
        assertThat(there).as("all that can be worked with").hasSizeGreaterThan(20);
        for (WebElement one : there) {
            assertThat(one.getAccessibleName())
                    .as(one.getDomProperty("outerHTML"))
                    .isNotBlank();
        }
    }
}
