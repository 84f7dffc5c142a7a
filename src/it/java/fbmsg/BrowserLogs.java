package fbmsg;

import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What a browser noted since it was last asked: what it complained of, and what it requested. */
record BrowserLogs(ChromeDriver browser) {

    void forget() {
        entries(LogType.BROWSER);
        entries(LogType.PERFORMANCE);
    }

    /** Errors of scripts, breaches of the policy, and what could not be loaded. */
    List<String> complaints() {
        return entries(LogType.BROWSER).stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Every URL, whatever came of it. */
    List<String> requested() {
        return entries(LogType.PERFORMANCE).stream()
                .map(BrowserLogs::url)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> url(LogEntry entry) {
        try {
            Optional<Document> event = Json.parse(entry.getMessage()).member("message");
            return event.filter(noted -> noted.text("method").equals(Optional.of("Network.requestWillBeSent")))
                    .flatMap(noted -> noted.text("params.request.url"));
        } catch (MalformedJson e) {
            throw new IllegalStateException(e);
        }
    }

    private List<LogEntry> entries(String type) {
        return browser.manage().logs().get(type).getAll();
    }
}
