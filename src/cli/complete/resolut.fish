function __resolut_complete
    set -l words (commandline --current-process --tokenize --cut-at-cursor)
    set -l word (commandline --current-token --cut-at-cursor)
    resolut complete (count $words) -- $words "$word" 2>/dev/null
end

complete -c resolut -f
complete -c resolut -n '__resolut_complete | string match -qr "^(--.*=)?/\t"' -F
complete -c resolut -a '(__resolut_complete | string match -vr "^(--.*=)?/\t")'
