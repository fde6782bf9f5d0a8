#compdef infoshare
# Completion of infoshare in zsh. It reads areas, topics, ids and record numbers; it never shows a case.
#
# To try it in this window:
#   source <(infoshare completion zsh)
# To keep it, put that same line at the end of your .zshrc.

_infoshare() {
    local line
    local -a found described
    found=("${(@f)$(env COMP_WORDS="${(pj:\n:)words[1,CURRENT]}" COMP_CWORD=$((CURRENT - 1)) \
        _INFOSHARE_COMPLETE=complete_bash "$words[1]" 2>/dev/null)}")
    for line in $found; do
        described+=("${${line%%$'\t'*}//:/\\:}${${(M)line%$'\t'*}/$'\t'/:}")
    done
    # After --option= only the value is completed.
    [[ $words[CURRENT] == --*=* ]] && compset -P '*='
    if (( $#described )); then
        _describe -V infoshare described
    else
        _files
    fi
}

# As a file of $fpath this is the body of the function; read with source, it makes itself known.
if [[ $funcstack[1] == _infoshare ]]; then
    _infoshare "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _infoshare infoshare
fi
