_resolut() {
    local word words=() count=0 before value help
    # Where bash parts words at `=` and `:`, they are put together again.
    for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        if ((count > 0)) && [[ $word == [:=]* || ${words[count-1]} == *[:=] ]]; then
            words[count-1]+=$word
        else
            words[count++]=$word
        fi
    done
    word=${COMP_WORDS[COMP_CWORD]}
    [[ $word == [:=] ]] && word=
    before=${words[count-1]%"$word"}
    COMPREPLY=()
    while IFS=$'\t' read -r value help; do
        value=${value#"$before"}
        if [[ $value == / ]]; then
            compopt -o filenames 2>/dev/null
            while IFS= read -r value; do
                COMPREPLY+=("$value")
            done < <(compgen -f -- "${word//[\"\'\\]/}")
        else
            [[ $word == [\"\']* ]] || printf -v value %q "$value"
            COMPREPLY+=("$value")
        fi
    done < <(resolut complete $((count - 1)) -- "${words[@]//[\"\'\\]/}" 2>/dev/null)
}
complete -F _resolut resolut
