#compdef resolut

_resolut() {
    local line value
    local -a candidates
    for line in "${(@f)$(resolut complete $((CURRENT - 1)) -- "${(@Q)words}" 2>/dev/null)}"; do
        value=${line%%$'\t'*}
        if [[ $value == / || $value == *=/ ]]; then
            [[ $value == / ]] || compset -P '*='
            _files
        elif [[ -n $value ]]; then
            candidates+=("${${value//\\/\\\\}//:/\\:}:${line#*$'\t'}")
        fi
    done
    (($#candidates)) && _describe resolut candidates
}

if [[ $funcstack[1] == _resolut ]]; then
    _resolut "$@"
else
    compdef _resolut resolut
fi
