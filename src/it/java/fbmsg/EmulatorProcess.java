package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The packaged {@code fbmsg emulate} on a port that is free, ready for requests. */
final class EmulatorProcess {
    private final Process process;
    private final String url;

    /**
     * @param options further ones, as typed, and where its standard error goes
     */
    EmulatorProcess(Shell shell, String options) throws IOException {
        process = shell.start("exec fbmsg emulate --port 0 " + options);
        url = process.inputReader(UTF_8).readLine();
        assertThat(url).as("the emulator's first line").startsWith("http://127.0.0.1:");
    }

    String url() {
        return url;
    }

    public void end() throws InterruptedException {
        process.destroy();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("the emulator ends").isTrue();
    }
}
