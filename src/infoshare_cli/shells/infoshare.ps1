# Completion of infoshare in PowerShell. It reads areas, topics, ids and record numbers; it never shows a case.
#
# To try it in this window:
#   infoshare completion powershell | Out-String | Invoke-Expression
# To keep it, put that same line at the end of the file that $PROFILE names. Where your organisation
# allows no profile, type the line in each new window: it writes no file and changes no setting.

Register-ArgumentCompleter -Native -CommandName infoshare -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object { "$_" })
    $program = "$($words[0])".Trim("'", '"')
    $place = $words.Count
    if ("$wordToComplete") { $place = $words.Count - 1 }
    try {
        $env:COMP_WORDS = ($words -join "`n") -replace '\\', '/'
        $env:COMP_CWORD = "$place"
        $env:_INFOSHARE_COMPLETE = 'complete_bash'
        & $program 2>$null | ForEach-Object {
            $word, $told = "$_" -split "`t", 2
            # A computer that is locked down makes no objects, but takes the bare word.
            if ($told -and $ExecutionContext.SessionState.LanguageMode -eq 'FullLanguage') {
                [System.Management.Automation.CompletionResult]::new(
                    $word, $word, 'ParameterValue', $told)
            } elseif ($word) {
                $word
            }
        }
    } finally {
        # Left behind, these would turn the next call of infoshare into an answer to the Tab key.
        $env:COMP_WORDS = $null
        $env:COMP_CWORD = $null
        $env:_INFOSHARE_COMPLETE = $null
    }
}
