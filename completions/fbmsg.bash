# bash completion for fbmsg; made by: fbmsg completion bash

if [ -n "$BASH_VERSION" ]; then
  # Enable programmable completion facilities when using bash (see [3])
  shopt -s progcomp
elif [ -n "$ZSH_VERSION" ]; then
  # Make alias a distinct command for completion purposes when using zsh (see [4])
  setopt COMPLETE_ALIASES
  alias compopt=complete

  # Enable bash completion in zsh (see [7])
  # Only initialize completions module once to avoid unregistering existing completions.
  if ! type compdef > /dev/null; then
    autoload -U +X compinit && compinit
  fi
  autoload -U +X bashcompinit && bashcompinit
fi

# CompWordsContainsArray takes an array and then checks
# if all elements of this array are in the global COMP_WORDS array.
#
# Returns zero (no error) if all elements of the array are in the COMP_WORDS array,
# otherwise returns 1 (error).
function CompWordsContainsArray() {
  declare -a localArray
  localArray=("$@")
  local findme
  for findme in "${localArray[@]}"; do
    if ElementNotInCompWords "$findme"; then return 1; fi
  done
  return 0
}
function ElementNotInCompWords() {
  local findme="$1"
  local element
  for element in "${COMP_WORDS[@]}"; do
    if [[ "$findme" = "$element" ]]; then return 1; fi
  done
  return 0
}

# The `currentPositionalIndex` function calculates the index of the current positional parameter.
#
# currentPositionalIndex takes three parameters:
# the command name,
# a space-separated string with the names of options that take a parameter, and
# a space-separated string with the names of boolean options (that don't take any params).
# When done, this function echos the current positional index to std_out.
#
# Example usage:
# local currIndex=$(currentPositionalIndex "mysubcommand" "$ARG_OPTS" "$FLAG_OPTS")
function currentPositionalIndex() {
  local commandName="$1"
  local optionsWithArgs="$2"
  local booleanOptions="$3"
  local previousWord
  local result=0

  for i in $(seq $((COMP_CWORD - 1)) -1 0); do
    previousWord=${COMP_WORDS[i]}
    if [ "${previousWord}" = "$commandName" ]; then
      break
    fi
    if [[ "${optionsWithArgs}" =~ ${previousWord} ]]; then
      ((result-=2)) # Arg option and its value not counted as positional param
    elif [[ "${booleanOptions}" =~ ${previousWord} ]]; then
      ((result-=1)) # Flag option itself not counted as positional param
    fi
    ((result++))
  done
  echo "$result"
}

# compReplyArray generates a list of completion suggestions based on an array, ensuring all values are properly escaped.
#
# compReplyArray takes a single parameter: the array of options to be displayed
#
# The output is echoed to std_out, one option per line.
#
# Example usage:
# local options=("foo", "bar", "baz")
# local IFS=$'\n'
# COMPREPLY=($(compReplyArray "${options[@]}"))
function compReplyArray() {
  declare -a options
  options=("$@")
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local i
  local quoted
  local optionList=()

  for (( i=0; i<${#options[@]}; i++ )); do
    # Double escape, since we want escaped values, but compgen -W expands the argument
    printf -v quoted %q "${options[i]}"
    quoted=\'${quoted//\'/\'\\\'\'}\'

    optionList[i]=$quoted
  done

  # We also have to add another round of escaping to $curr_word.
  curr_word=${curr_word//\\/\\\\}
  curr_word=${curr_word//\'/\\\'}

  # Actually generate completions.
  local IFS=$'\n'
  echo -e "$(compgen -W "${optionList[*]}" -- "$curr_word")"
}

# Bash completion entry point function.
# _complete_fbmsg finds which commands and subcommands have been specified
# on the command line and delegates to the appropriate function
# to generate possible options and subcommands for the last specified subcommand.
function _complete_fbmsg() {
  # Edge case: if command line has no space after subcommand, then don't assume this subcommand is selected (remkop/picocli#1468).
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config" ];    then _picocli_fbmsg; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} link" ];    then _picocli_fbmsg; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} listen" ];    then _picocli_fbmsg; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} send" ];    then _picocli_fbmsg; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} reply" ];    then _picocli_fbmsg; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} jwt" ];    then _picocli_fbmsg; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} emulate" ];    then _picocli_fbmsg; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} trigger" ];    then _picocli_fbmsg; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} replay" ];    then _picocli_fbmsg; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} demo" ];    then _picocli_fbmsg; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} explain" ];    then _picocli_fbmsg; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} completion" ];    then _picocli_fbmsg; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} help" ];    then _picocli_fbmsg; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config show" ];    then _picocli_fbmsg_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config get" ];    then _picocli_fbmsg_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config set" ];    then _picocli_fbmsg_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config unset" ];    then _picocli_fbmsg_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config path" ];    then _picocli_fbmsg_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} jwt decode" ];    then _picocli_fbmsg_jwt; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} jwt verify" ];    then _picocli_fbmsg_jwt; return $?; fi

  # Find the longest sequence of subcommands and call the bash function for that subcommand.
  local cmds0=(config)
  local cmds1=(link)
  local cmds2=(listen)
  local cmds3=(send)
  local cmds4=(reply)
  local cmds5=(jwt)
  local cmds6=(emulate)
  local cmds7=(trigger)
  local cmds8=(replay)
  local cmds9=(demo)
  local cmds10=(explain)
  local cmds11=(completion)
  local cmds12=(help)
  local cmds13=(config show)
  local cmds14=(config get)
  local cmds15=(config set)
  local cmds16=(config unset)
  local cmds17=(config path)
  local cmds18=(jwt decode)
  local cmds19=(jwt verify)

  if CompWordsContainsArray "${cmds19[@]}"; then _picocli_fbmsg_jwt_verify; return $?; fi
  if CompWordsContainsArray "${cmds18[@]}"; then _picocli_fbmsg_jwt_decode; return $?; fi
  if CompWordsContainsArray "${cmds17[@]}"; then _picocli_fbmsg_config_path; return $?; fi
  if CompWordsContainsArray "${cmds16[@]}"; then _picocli_fbmsg_config_unset; return $?; fi
  if CompWordsContainsArray "${cmds15[@]}"; then _picocli_fbmsg_config_set; return $?; fi
  if CompWordsContainsArray "${cmds14[@]}"; then _picocli_fbmsg_config_get; return $?; fi
  if CompWordsContainsArray "${cmds13[@]}"; then _picocli_fbmsg_config_show; return $?; fi
  if CompWordsContainsArray "${cmds12[@]}"; then _picocli_fbmsg_help; return $?; fi
  if CompWordsContainsArray "${cmds11[@]}"; then _picocli_fbmsg_completion; return $?; fi
  if CompWordsContainsArray "${cmds10[@]}"; then _picocli_fbmsg_explain; return $?; fi
  if CompWordsContainsArray "${cmds9[@]}"; then _picocli_fbmsg_demo; return $?; fi
  if CompWordsContainsArray "${cmds8[@]}"; then _picocli_fbmsg_replay; return $?; fi
  if CompWordsContainsArray "${cmds7[@]}"; then _picocli_fbmsg_trigger; return $?; fi
  if CompWordsContainsArray "${cmds6[@]}"; then _picocli_fbmsg_emulate; return $?; fi
  if CompWordsContainsArray "${cmds5[@]}"; then _picocli_fbmsg_jwt; return $?; fi
  if CompWordsContainsArray "${cmds4[@]}"; then _picocli_fbmsg_reply; return $?; fi
  if CompWordsContainsArray "${cmds3[@]}"; then _picocli_fbmsg_send; return $?; fi
  if CompWordsContainsArray "${cmds2[@]}"; then _picocli_fbmsg_listen; return $?; fi
  if CompWordsContainsArray "${cmds1[@]}"; then _picocli_fbmsg_link; return $?; fi
  if CompWordsContainsArray "${cmds0[@]}"; then _picocli_fbmsg_config; return $?; fi

  # No subcommands were specified; generate completions for the top-level command.
  _picocli_fbmsg; return $?;
}

# Generates completions for the options and subcommands of the `fbmsg` command.
function _picocli_fbmsg() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="config link listen send reply jwt emulate trigger replay demo explain completion help"
  local flag_opts="'--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `config` subcommand.
function _picocli_fbmsg_config() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="show get set unset path"
  local flag_opts="'--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `link` subcommand.
function _picocli_fbmsg_link() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--dashboard' '--jwt' '--open' '--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--api-url' '--application-id' '--key' '--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--api-url')
      return
      ;;
    '--application-id')
      return
      ;;
    '--key')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `listen` subcommand.
function _picocli_fbmsg_listen() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--follow' '--keep-env' '--keep-secrets' '--raw' '--reply' '--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--ack-timeout' '--api-url' '--application-id' '--bind' '--count' '--event' '--exec-timeout' '--failed' '--format' '--forward-to' '--from-user' '--jobs' '--key' '--max-age' '--max-body' '--path' '--port' '--port-file' '--print' '--record' '--save-media' '--seen' '--timeout' '--type' '--unmatched' '--verify' '--color' '--config' '--profile'"
  local _event_option_args=("inbound" "status" "any") # --event values
  local _format_option_args=("json" "sh" "pretty") # --format values
  local _unmatched_option_args=("200" "503") # --unmatched values
  local _verify_option_args=("auto" "require" "off") # --verify values
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--ack-timeout')
      return
      ;;
    '--api-url')
      return
      ;;
    '--application-id')
      return
      ;;
    '--bind')
      return
      ;;
    '--count')
      return
      ;;
    '--event')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_event_option_args[@]}" ) )
      return $?
      ;;
    '--exec-timeout')
      return
      ;;
    '--failed')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--format')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_format_option_args[@]}" ) )
      return $?
      ;;
    '--forward-to')
      return
      ;;
    '--from-user')
      return
      ;;
    '--jobs')
      return
      ;;
    '--key')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--max-age')
      return
      ;;
    '--max-body')
      return
      ;;
    '--path')
      return
      ;;
    '--port')
      return
      ;;
    '--port-file')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--print')
      return
      ;;
    '--record')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--save-media')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--seen')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--timeout')
      return
      ;;
    '--type')
      return
      ;;
    '--unmatched')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_unmatched_option_args[@]}" ) )
      return $?
      ;;
    '--verify')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_verify_option_args[@]}" ) )
      return $?
      ;;
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local currIndex
    currIndex=$(currentPositionalIndex "listen" "${arg_opts}" "${flag_opts}")
    if (( currIndex >= 0 && currIndex <= 2147483647 )); then
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      positionals=$( compgen -f -- "${curr_word}" ) # files
    fi
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `send` subcommand.
function _picocli_fbmsg_send() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--dry-run' '--json' '--resend-unknown' '--split' '--stop-on-error' '--unchecked' '--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--api' '--api-url' '--application-id' '--audio' '--batch' '--category' '--client-ref' '--concurrency' '--file' '--from' '--image' '--journal' '--key' '--port' '--rate' '--raw-json' '--tag' '--text' '--text-file' '--timeout' '--to' '--video' '--wait' '--wait-timeout' '--webhook-url' '--webhook-version' '--color' '--config' '--profile'"
  local _api_option_args=("v1" "v0.1") # --api values
  local _category_option_args=("response" "update" "message_tag") # --category values
  local _wait_option_args=("submitted" "delivered" "read") # --wait values
  local _webhook_version_option_args=("v1" "v0.1") # --webhook-version values
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--api')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_api_option_args[@]}" ) )
      return $?
      ;;
    '--api-url')
      return
      ;;
    '--application-id')
      return
      ;;
    '--audio')
      return
      ;;
    '--batch')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--category')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_category_option_args[@]}" ) )
      return $?
      ;;
    '--client-ref')
      return
      ;;
    '--concurrency')
      return
      ;;
    '--file')
      return
      ;;
    '--from')
      return
      ;;
    '--image')
      return
      ;;
    '--journal')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--key')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--port')
      return
      ;;
    '--rate')
      return
      ;;
    '--raw-json')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--tag')
      return
      ;;
    '--text')
      return
      ;;
    '--text-file')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--timeout')
      return
      ;;
    '--to')
      return
      ;;
    '--video')
      return
      ;;
    '--wait')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_wait_option_args[@]}" ) )
      return $?
      ;;
    '--wait-timeout')
      return
      ;;
    '--webhook-url')
      return
      ;;
    '--webhook-version')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_webhook_version_option_args[@]}" ) )
      return $?
      ;;
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `reply` subcommand.
function _picocli_fbmsg_reply() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--dry-run' '--json' '--split' '--unchecked' '--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--api' '--api-url' '--application-id' '--audio' '--category' '--client-ref' '--failed' '--file' '--image' '--key' '--raw-json' '--seen' '--tag' '--template' '--text' '--text-file' '--timeout' '--video' '--webhook-url' '--webhook-version' '--color' '--config' '--profile'"
  local _api_option_args=("v1" "v0.1") # --api values
  local _category_option_args=("response" "update" "message_tag") # --category values
  local _webhook_version_option_args=("v1" "v0.1") # --webhook-version values
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--api')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_api_option_args[@]}" ) )
      return $?
      ;;
    '--api-url')
      return
      ;;
    '--application-id')
      return
      ;;
    '--audio')
      return
      ;;
    '--category')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_category_option_args[@]}" ) )
      return $?
      ;;
    '--client-ref')
      return
      ;;
    '--failed')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--file')
      return
      ;;
    '--image')
      return
      ;;
    '--key')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--raw-json')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--seen')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--tag')
      return
      ;;
    '--template')
      return
      ;;
    '--text')
      return
      ;;
    '--text-file')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--timeout')
      return
      ;;
    '--video')
      return
      ;;
    '--webhook-url')
      return
      ;;
    '--webhook-version')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_webhook_version_option_args[@]}" ) )
      return $?
      ;;
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `jwt` subcommand.
function _picocli_fbmsg_jwt() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="decode verify"
  local flag_opts="'--header' '--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--acl' '--api-url' '--application-id' '--claim' '--exp' '--key' '--nbf' '--sub' '--ttl' '--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--acl')
      return
      ;;
    '--api-url')
      return
      ;;
    '--application-id')
      return
      ;;
    '--claim')
      return
      ;;
    '--exp')
      return
      ;;
    '--key')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--nbf')
      return
      ;;
    '--sub')
      return
      ;;
    '--ttl')
      return
      ;;
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `emulate` subcommand.
function _picocli_fbmsg_emulate() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--bind' '--env-file' '--inbound-url' '--port' '--port-file' '--rate' '--seed' '--status-url' '--time-scale' '--webhook-version' '--color' '--config' '--profile'"
  local _webhook_version_option_args=("v0.1" "v1") # --webhook-version values
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--bind')
      return
      ;;
    '--env-file')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--inbound-url')
      return
      ;;
    '--port')
      return
      ;;
    '--port-file')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--rate')
      return
      ;;
    '--seed')
      return
      ;;
    '--status-url')
      return
      ;;
    '--time-scale')
      return
      ;;
    '--webhook-version')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_webhook_version_option_args[@]}" ) )
      return $?
      ;;
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `trigger` subcommand.
function _picocli_fbmsg_trigger() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--bad-signature' '--unsigned' '--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--api' '--audio' '--body' '--client-ref' '--file' '--image' '--message-uuid' '--page' '--psid' '--status' '--text' '--timeout' '--video' '--color' '--config' '--profile'"
  local _api_option_args=("v0.1" "v1") # --api values
  local _status_option_args=("submitted" "delivered" "read" "rejected" "undeliverable") # --status values
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--api')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_api_option_args[@]}" ) )
      return $?
      ;;
    '--audio')
      return
      ;;
    '--body')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--client-ref')
      return
      ;;
    '--file')
      return
      ;;
    '--image')
      return
      ;;
    '--message-uuid')
      return
      ;;
    '--page')
      return
      ;;
    '--psid')
      return
      ;;
    '--status')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_status_option_args[@]}" ) )
      return $?
      ;;
    '--text')
      return
      ;;
    '--timeout')
      return
      ;;
    '--video')
      return
      ;;
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac
  local argument0_pos_param_args=("inbound" "status") # 0-0 values

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local currIndex
    currIndex=$(currentPositionalIndex "trigger" "${arg_opts}" "${flag_opts}")
    if (( currIndex >= 0 && currIndex <= 0 )); then
      positionals=$( compReplyArray "${argument0_pos_param_args[@]}" )
    fi
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `replay` subcommand.
function _picocli_fbmsg_replay() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--stop-on-error' '--unsigned' '--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--timeout' '--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--timeout')
      return
      ;;
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local currIndex
    currIndex=$(currentPositionalIndex "replay" "${arg_opts}" "${flag_opts}")
    if (( currIndex >= 1 && currIndex <= 2147483647 )); then
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      positionals=$( compgen -f -- "${curr_word}" ) # files
    fi
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `demo` subcommand.
function _picocli_fbmsg_demo() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `explain` subcommand.
function _picocli_fbmsg_explain() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--json' '--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `completion` subcommand.
function _picocli_fbmsg_completion() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac
  local argument0_pos_param_args=("bash" "zsh" "fish" "powershell") # 0-0 values

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local currIndex
    currIndex=$(currentPositionalIndex "completion" "${arg_opts}" "${flag_opts}")
    if (( currIndex >= 0 && currIndex <= 0 )); then
      positionals=$( compReplyArray "${argument0_pos_param_args[@]}" )
    fi
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `help` subcommand.
function _picocli_fbmsg_help() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac
  local argument0_pos_param_args=("config" "link" "listen" "send" "reply" "jwt" "emulate" "trigger" "replay" "demo" "explain" "completion" "help") # 0-2147483647 values

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local currIndex
    currIndex=$(currentPositionalIndex "help" "${arg_opts}" "${flag_opts}")
    if (( currIndex >= 0 && currIndex <= 2147483647 )); then
      positionals=$( compReplyArray "${argument0_pos_param_args[@]}" )
    fi
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `show` subcommand.
function _picocli_fbmsg_config_show() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--origin' '--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `get` subcommand.
function _picocli_fbmsg_config_get() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac
  local argument0_pos_param_args=("application_id" "private_key_path" "page_id" "signature_secret_path" "api_key" "api_secret_path" "port" "api_url") # 0-0 values

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local currIndex
    currIndex=$(currentPositionalIndex "get" "${arg_opts}" "${flag_opts}")
    if (( currIndex >= 0 && currIndex <= 0 )); then
      positionals=$( compReplyArray "${argument0_pos_param_args[@]}" )
    fi
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `set` subcommand.
function _picocli_fbmsg_config_set() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac
  local argument0_pos_param_args=("application_id" "private_key_path" "page_id" "signature_secret_path" "api_key" "api_secret_path" "port" "api_url") # 0-0 values

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local currIndex
    currIndex=$(currentPositionalIndex "set" "${arg_opts}" "${flag_opts}")
    if (( currIndex >= 0 && currIndex <= 0 )); then
      positionals=$( compReplyArray "${argument0_pos_param_args[@]}" )
    fi
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `unset` subcommand.
function _picocli_fbmsg_config_unset() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac
  local argument0_pos_param_args=("application_id" "private_key_path" "page_id" "signature_secret_path" "api_key" "api_secret_path" "port" "api_url") # 0-0 values

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local currIndex
    currIndex=$(currentPositionalIndex "unset" "${arg_opts}" "${flag_opts}")
    if (( currIndex >= 0 && currIndex <= 0 )); then
      positionals=$( compReplyArray "${argument0_pos_param_args[@]}" )
    fi
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `path` subcommand.
function _picocli_fbmsg_config_path() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `decode` subcommand.
function _picocli_fbmsg_jwt_decode() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `verify` subcommand.
function _picocli_fbmsg_jwt_verify() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--help' '-h' '--no-input' '--offline' '--quiet' '-q' '--trace' '--verbose' '-v' '--version' '-V'"
  local arg_opts="'--api-url' '--application-id' '--key' '--public-key' '--color' '--config' '--profile'"
  local _color_option_args=("auto" "always" "never") # --color values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--api-url')
      return
      ;;
    '--application-id')
      return
      ;;
    '--key')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--public-key')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--color')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${_color_option_args[@]}" ) )
      return $?
      ;;
    '--config')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--profile')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Define a completion specification (a compspec) for the
# `fbmsg`, `fbmsg.sh`, and `fbmsg.bash` commands.
# Uses the bash `complete` builtin (see [6]) to specify that shell function
# `_complete_fbmsg` is responsible for generating possible completions for the
# current word on the command line.
# The `-o default` option means that if the function generated no matches, the
# default Bash completions and the Readline default filename completions are performed.
complete -F _complete_fbmsg -o default fbmsg fbmsg.sh fbmsg.bash
