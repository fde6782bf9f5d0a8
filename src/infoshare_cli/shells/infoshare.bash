# Completion of infoshare in bash. It reads areas, topics, ids and record numbers; it never shows a case.
#
# To try it in this window:
#   source <(infoshare completion bash)
# To keep it, put that same line at the end of your .bashrc.

_infoshare_completion() {
    local IFS=$'\n' line word listed=
    local -a found=()
    COMPREPLY=()
    while read -r line; do
        [[ $line ]] && found+=("$line")
    done < <(env COMP_WORDS="${COMP_WORDS[*]:0:COMP_CWORD+1}" COMP_CWORD="$COMP_CWORD" \
        _INFOSHARE_COMPLETE=complete_bash "$1" 2>/dev/null)
    # Only where bash lists several are the words that explain them shown; they are never typed.
    case ${COMP_TYPE-} in 33 | 63 | 64) ((${#found[@]} > 1)) && listed=yes ;; esac
    for line in "${found[@]}"; do
        word=${line%%$'\t'*}
        if [[ $listed && $line == *$'\t'* ]]; then
            printf -v word '%-18s (%s)' "$word" "${line#*$'\t'}"
        fi
        COMPREPLY+=("$word")
    done
}

# Where nothing fits, bash completes names of files. Old versions know no nosort.
complete -o default -o nosort -F _infoshare_completion infoshare 2>/dev/null ||
    complete -o default -F _infoshare_completion infoshare
