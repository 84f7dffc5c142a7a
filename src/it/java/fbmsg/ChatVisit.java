package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * One browser for the tests of a class, and for each of them an emulator of its own, whose page is open. Whatever a test
 * does, the browser must not complain of the page, and the page must ask nobody but the emulator.
 */
final class ChatVisit implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    /** What a browser says itself when it lost a connection: no fault of the page's. */
    private static final String LOST = "net::ERR_";

    private Path home;
    private ChromeDriver browser;
    private BrowserLogs logs;
    private EmulatedVonage vonage;
    private final Set<String> bases = new HashSet<>();

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        home = Files.createTempDirectory("fbmsg-browser");
        browser = Browser.start(home);
        logs = new BrowserLogs(browser);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        vonage = new EmulatedVonage(Files.createTempDirectory(home, "emulator"));
        Browser.emulate(browser, 1280, 800, "light");
        logs.forget();
        open(vonage.url());
    }

    /** Opens the page, at the emulator or at what stands before it. */
    void open(String url) {
        bases.add(url);
        browser.get(url);
        isLive();
    }

    void isLive() {
        until("live", page -> the("#connection[data-state=live]").getText().equals("Live"));
        the("#users [aria-current]"); // the first state has come
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        try {
            assertThat(logs.complaints())
                    .filteredOn(said -> !context.getTags().contains("loses-connection") || !said.contains(LOST))
                    .as("complaints of the browser")
                    .isEmpty();
            assertThat(logs.requested())
                    .isNotEmpty()
                    .allMatch(url -> bases.stream().anyMatch(base -> url.startsWith(base + "/")));
        } finally {
            browser.get("about:blank");
            bases.clear();
            vonage.end();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (browser != null) {
            browser.quit();
        }
        try (Stream<Path> left = Files.walk(home)) {
            left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    ChromeDriver browser() {
        return browser;
    }

    EmulatedVonage vonage() {
        return vonage;
    }

    /** The element that is seen; waits for it. */
    WebElement the(String css) {
        return until(
                css,
                page -> page.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** All there are now, seen or not. */
    List<WebElement> all(String css) {
        return browser.findElements(By.cssSelector(css));
    }

    /** Waits for what is neither null nor false. */
    <T> T until(String what, Function<ChromeDriver, T> condition) {
        return new WebDriverWait(browser, Duration.ofSeconds(60), Duration.ofMillis(50))
                .withMessage(() -> what + "; there is\n"
                        + browser.findElement(By.tagName("body")).getText())
                .ignoring(StaleElementReferenceException.class)
                .until(page -> condition.apply(browser));
    }

    Object script(String script, Object... arguments) {
        return browser.executeScript(script, arguments);
    }

    /** Writes as the user whose conversation is open. */
    void write(String text) {
        the("#text").sendKeys(text + Keys.ENTER);
        until("taken: " + text, page -> the("#text").getDomProperty("value").isEmpty());
    }

    /** Becomes somebody new; returns their PSID. */
    String newUser(String name) {
        the("#new-user").click();
        return name(name);
    }

    /** Names the user whose conversation is open; returns their PSID. */
    String name(String name) {
        the("#name").sendKeys(name);
        until(name, page -> the("#chat").getAccessibleName().equals(name));
        return the("#psid").getText();
    }

    void become(String psid) {
        the("#users [data-psid='" + psid + "'] button").click();
        the("#users [data-psid='" + psid + "'] [aria-current]");
    }

    /** The bubble that says this, of the user's (mine) or the Page's (theirs); waits for it. */
    WebElement bubble(String whose, String text) {
        return until(
                whose + ": " + text,
                page -> all(".bubble." + whose).stream()
                        .filter(bubble -> bubble.findElement(By.className("content"))
                                .getText()
                                .equals(text))
                        .findFirst()
                        .orElse(null));
    }

    /** A part of a bubble, when it says this. */
    void says(String part, WebElement bubble, String text) {
        until(text, page -> bubble.findElement(By.className(part)).getText().equals(text));
    }
}
