# Completion of infoshare in fish. It reads areas, topics, ids and record numbers; it never shows a case.
#
# To try it in this window:
#   infoshare completion fish | source
# To keep it:
#   infoshare completion fish >~/.config/fish/completions/infoshare.fish

function __infoshare_complete
    set -l words (commandline -opc)
    set -lx COMP_WORDS (commandline -cp | string collect)
    set -lx COMP_CWORD (count $words)
    set -lx _INFOSHARE_COMPLETE complete_bash
    set -l found ($words[1] 2>/dev/null)
    if test -n "$found"
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end

complete --command infoshare --no-files --keep-order --arguments '(__infoshare_complete)'
