/** For a word that the shell completes better than we do. */
export const FILES = ':files';

/**
 * Ask `rotunda completion <shell> -- <words>` for candidates, one in a line: the word, a tab, and what it is. No word that
 * was typed is evaluated, and no candidate.
 */
export const SHELL_SCRIPTS = {
  // Bash 3.2 of macOS has no compopt and no words[-1].
  bash: `# Completion of rotunda for bash.
_rotunda() {
  local word rest current prefix n=0
  local -a words=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    # Bash also splits at = and at :, and replaces only what follows them.
    if ((n > 0)) && [[ $word == [=:] || \${words[n-1]} == *[=:] ]]; then
      words[n-1]+=$word
    else
      words[n++]=$word
    fi
  done
  current=\${words[n-1]}
  word=\${COMP_WORDS[COMP_CWORD]}
  if [[ $word == [=:] ]]; then prefix=$current; else prefix=\${current%"$word"}; fi
  COMPREPLY=()
  while IFS=$'\\t' read -r word rest; do
    if [[ $word == ${FILES} ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "\${current#"$prefix"}")
    else
      COMPREPLY+=("\${word#"$prefix"}")
    fi
  done < <(rotunda completion bash -- "\${words[@]}" 2>/dev/null)
}
complete -F _rotunda rotunda`,

  zsh: `#compdef rotunda
# Completion of rotunda for zsh.
_rotunda() {
  local line
  local -a lines candidates
  lines=("\${(@f)$(rotunda completion zsh -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ $lines[1] == ${FILES} ]]; then
    compset -P '--*='
    _files
    return
  fi
  for line in $lines; do
    candidates+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  _describe 'rotunda' candidates
}
# Sourced, or in a folder of fpath as _rotunda.
if [[ $funcstack[1] == _rotunda ]]; then _rotunda "$@"; else compdef _rotunda rotunda; fi`,
} as const;

export type Shell = keyof typeof SHELL_SCRIPTS;
