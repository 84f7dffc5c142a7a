package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FBMSG_JAVA, else JAVA_HOME, else PATH; what is wrong with the one that was chosen is said in one line. */
class JavaChoiceIT {
    private static final String FBMSG_JAVA_TODO =
            "set FBMSG_JAVA to the java command of a Java 17 or newer, or unset it\n";
    private static final String JAVA_HOME_TODO = "set JAVA_HOME to a Java 17 or newer, or unset it\n";
    private static final String PATH_TODO = "install a Java 17 or newer, or set JAVA_HOME\n";

    @TempDir
    Path home;

    @Test
    void fbmsgJavaComesFirst() throws IOException {
        fakeJava("chosen", "17.0.1");
        Launched launched =
                Shell.sh(home).with("FBMSG_JAVA", home + "/chosen/bin/java").run("fbmsg --version");
        assertThat(launched.text()).as(launched.toString()).isEqualTo("chosen\n");
    }

    @Test
    void fbmsgJavaMayBeANameOnPath() throws IOException {
        Files.move(fakeJava("chosen", "17"), home.resolve("java-of-mine"));
        Launched launched = Shell.sh(home).run("PATH=$PWD:$PATH FBMSG_JAVA=java-of-mine fbmsg --version");
        assertThat(launched.text()).as(launched.toString()).isEqualTo("chosen\n");
    }

    @Test
    void javaHomeComesSecond() throws IOException {
        fakeJava("a home", "25");
        Launched launched = Shell.sh(home).with("JAVA_HOME", home + "/a home").run("fbmsg --version");
        assertThat(launched.text()).as(launched.toString()).isEqualTo("a home\n");
    }

    @Test
    void pathComesLast() throws IOException {
        fakeJava("last", "21.0.2");
        Launched launched =
                Shell.sh(home).with("JAVA_HOME", null).run("PATH=$PWD/none:$PWD/last/bin:$PATH; fbmsg --version");
        assertThat(launched.text()).as(launched.toString()).isEqualTo("last\n");
    }

    @Test
    void emptyMeansUnset() {
        Launched launched = Shell.sh(home).with("FBMSG_JAVA", "").run("fbmsg --version");
        assertThat(launched.text()).as(launched.toString()).isEqualTo("fbmsg 0.1.0\n");
    }

    @Test
    void aWrongFbmsgJavaIsNamed() {
        assertRefused(
                Shell.sh(home).with("FBMSG_JAVA", "/nowhere/java"),
                "FBMSG_JAVA, /nowhere/java, is not a program; " + FBMSG_JAVA_TODO);
        assertRefused(
                Shell.sh(home).with("FBMSG_JAVA", "no-such-java"),
                "FBMSG_JAVA, no-such-java, is not on PATH; " + FBMSG_JAVA_TODO);
        assertRefused(
                Shell.sh(home).with("FBMSG_JAVA", home.toString()),
                "FBMSG_JAVA, " + home + ", is not a program; " + FBMSG_JAVA_TODO);
    }

    @Test
    void aWrongJavaHomeIsNamed() {
        assertRefused(Shell.sh(home).with("JAVA_HOME", "/nowhere"), "there is no /nowhere/bin/java; " + JAVA_HOME_TODO);
    }

    @Test
    void noJavaAtAllIsSaid() {
        Launched launched = Shell.sh(home).with("JAVA_HOME", null).run("PATH=$PWD/none; \"$DIST/bin/fbmsg\" --version");
        assertThat(launched.exit()).as(launched.toString()).isEqualTo(78);
        assertThat(launched.err()).isEqualTo("fbmsg: there is no java on PATH; " + PATH_TODO);
    }

    /** The version is read from the file {@code release} of its folder. */
    @Test
    void aJavaThatIsTooOldIsNamed() throws IOException {
        String old = fakeJava("eleven", "11.0.22").toString();
        String ancient = fakeJava("eight", "1.8.0_392").toString();
        assertRefused(Shell.sh(home).with("JAVA_HOME", home + "/eleven"), old + " is Java 11.0.22; " + JAVA_HOME_TODO);
        assertRefused(Shell.sh(home).with("FBMSG_JAVA", ancient), ancient + " is Java 1.8.0_392; " + FBMSG_JAVA_TODO);
        Launched launched = Shell.sh(home).with("JAVA_HOME", null).run("PATH=$PWD/eleven/bin:$PATH; fbmsg --version");
        assertThat(launched.exit()).as(launched.toString()).isEqualTo(78);
        assertThat(launched.err()).isEqualTo("fbmsg: " + old + " is Java 11.0.22; " + PATH_TODO);
    }

    /** A shell variable of the launcher that is also in the environment would be passed on changed. */
    @Test
    void theEnvironmentIsPassedOnAsItWas() throws IOException {
        Path java = Files.writeString(fakeJava("mirror", "17"), "#!/bin/sh\nexport -p\n");
        Shell shell = Shell.sh(home).with("FBMSG_JAVA", java.toString());
        String names = "self target home release line version major rest java todo streams";
        for (String name : names.split(" ")) {
            shell = shell.with(name, "mine");
        }
        Launched launched = shell.run("fbmsg --version");
        for (String name : names.split(" ")) {
            assertThat(launched.text()).as(launched.toString()).containsPattern(" " + name + "=['\"]?mine['\"]?\n");
        }
    }

    private static void assertRefused(Shell shell, String message) {
        Launched launched = shell.run("fbmsg --version");
        assertThat(launched.exit()).as(launched.toString()).isEqualTo(78);
        assertThat(launched.out()).isEmpty();
        assertThat(launched.err()).isEqualTo("fbmsg: " + message);
    }

    /** A folder like a JDK's, whose java says the folder's name. */
    private Path fakeJava(String name, String version) throws IOException {
        Path bin = Files.createDirectories(home.resolve(name).resolve("bin"));
        Files.writeString(
                home.resolve(name).resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\necho '" + name + "'\n");
        return Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
