package fbmsg;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.net.PortProber;

/** Starts a Chromium without a screen, the one that is installed; where there is none, the test is skipped. */
final class Browser {
    /** It warns that selenium has no classes for this browser's own commands: none is used. */
    private static final Logger TYPED_COMMANDS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private Browser() {}

    /**
     * @param home for what it writes
     */
    static ChromeDriver start(Path home) throws IOException {
        String browser = installed("chromium");
        String driver = installed("chromedriver");
        ChromeOptions options = new ChromeOptions();
        // both are named, or selenium would look for them, and on the network too
        options.setBinary(browser);
        options.addArguments("--headless=new", "--disable-dev-shm-usage", "--no-proxy-server", "--hide-scrollbars");
        if (System.getProperty("user.name").equals("root")) {
            options.addArguments("--no-sandbox");
        }
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.IGNORE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        int port = PortProber.findFreePort();
        // not with its builder, whose annotations are of a library that is not there
        ChromeDriverService service = new ChromeDriverService(
                new File(driver),
                port,
                Duration.ofMinutes(1),
                List.of("--port=" + port),
                Map.of("HOME", home.toString(), "TMPDIR", home.toString(), "TZ", "UTC", "LANGUAGE", "en_US"));
        service.sendOutputTo(OutputStream.nullOutputStream());
        TYPED_COMMANDS.setLevel(Level.SEVERE);
        return new ChromeDriver(service, options);
    }

    /** Of another size, so small as no window gets, and with the wishes of somebody who looks at it. */
    static void emulate(ChromeDriver browser, int width, int height, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    private static String installed(String program) {
        List<String> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .toList();
        assumeTrue(!found.isEmpty(), program + " is not installed");
        return found.get(0);
    }
}
