package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that are installed complete real command lines in real shells. */
class CompletionIT {
    private static final String LINES = """
            fbmsg j                     | jwt
            fbmsg jwt d                 | decode
            fbmsg config un             | unset
            fbmsg --color never jwt ver | verify
            fbmsg jwt --ke              | --key
            fbmsg jwt --key not         | notes.pem
            fbmsg --color a             | always,auto
            fbmsg --color ne            | never
            fbmsg config set api_s      | api_secret_path
            fbmsg completion z          | zsh
            fbmsg help conf             | config
            """;

    /** Picocli's script for bash takes an option's value for a command, and knows no {@code --option=value}. */
    private static final String NOT_IN_BASH = """
            fbmsg --profile jwt li      | link,listen
            fbmsg --color=ne            | --color=never,never
            """;

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LINES)
    void bash(String line, String expected) {
        Shell bash = Shell.of("bash", home);
        assertOffers(expected, bash.run("""
                . "$DIST/share/bash-completion/completions/fbmsg" || exit
                COMP_LINE='%s'
                read -r -a COMP_WORDS <<<"$COMP_LINE"
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                COMP_POINT=${#COMP_LINE}
                : >notes.pem
                # outside of a completion compopt complains
                compopt() { :; }
                _complete_fbmsg
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(line)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LINES + NOT_IN_BASH)
    void fish(String line, String expected) {
        assertOffers(expected, Shell.of("fish", home).run("""
                : >notes.pem
                source "$DIST/share/fish/vendor_completions.d/fbmsg.fish"
                and complete -C '%s' | cut -f 1
                """.formatted(line)));
    }

    /** Zsh completes on a terminal only: a zsh in a pseudo-terminal is sent the line and a Tab, and reports each offer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LINES + NOT_IN_BASH)
    void zshFromFpath(String line, String expected) {
        assertOffers(
                expected,
                zsh("fpath=(\\$DIST/share/zsh/site-functions \\$fpath); autoload -Uz compinit; compinit -u -D", line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source \\$DIST/share/zsh/site-functions/_fbmsg",
                "source <(fbmsg completion zsh)",
                "eval \\\"\\$(fbmsg completion zsh)\\\""
            })
    void zshSourced(String how) {
        assertOffers("jwt", zsh(how, "fbmsg j"));
    }

    @ParameterizedTest
    @CsvSource({
        "bash, bash -n share/bash-completion/completions/fbmsg",
        "zsh,  zsh -n share/zsh/site-functions/_fbmsg",
        "zsh,  zsh -fc 'source share/zsh/site-functions/_fbmsg'",
        "fish, fish --no-execute share/fish/vendor_completions.d/fbmsg.fish",
        "bash, 'fbmsg completion bash | cmp - share/bash-completion/completions/fbmsg'",
        "zsh,  fbmsg completion zsh | cmp - share/zsh/site-functions/_fbmsg",
        "fish, fbmsg completion fish | cmp - share/fish/vendor_completions.d/fbmsg.fish",
        "sh,   fbmsg completion powershell | cmp - share/powershell/fbmsg.ps1"
    })
    void scriptsAreWellFormedAndTheOnesThatAreInstalled(String tool, String check) {
        Shell.assumeInstalled(tool);
        Launched launched = Shell.sh(home).run("cd \"$DIST\" && " + check);
        assertThat(launched).usingRecursiveComparison().isEqualTo(new Launched(0, new byte[0], ""));
    }

    private Launched zsh(String load, String line) {
        return Shell.of("zsh -f", home).with("LINE", line).run("""
                : >notes.pem
                zmodload zsh/zpty || exit 99
                zpty -b inner 'TERM=dumb zsh -f -i'
                zpty -w inner "PS1='' PS2='' LISTMAX=0; unsetopt prompt_cr; %s"
                zpty -w inner 'bindkey "^I" complete-word
                  compadd() {
                    builtin compadd "$@"
                    local code=$? found=()
                    builtin compadd -O found "$@"
                    (( $#found )) && print -rl -- $found >>offers
                    return code
                  }
                  echo REA""DY'
                zpty -r inner seen '*READY*'
                zpty -n -w inner "$LINE"$'\\t\\C-a\\C-k'
                zpty -w inner 'echo DO""NE'
                zpty -r inner seen '*DONE*'
                zpty -d inner
                sort -u offers
                """.formatted(load));
    }

    /** Some of the expected ones and no others: commands that are still to come may be among them. */
    private static void assertOffers(String expected, Launched launched) {
        assertThat(launched.exit()).as(launched.toString()).isZero();
        assertThat(launched.err()).isEmpty();
        List<String> offers = launched.text().lines().toList();
        assertThat(List.of(expected.split(","))).as(launched.toString()).containsAll(offers);
        assertThat(offers).as(launched.toString()).isNotEmpty();
    }
}
