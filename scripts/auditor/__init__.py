"""The independent auditor: looks in finished reports for numbers that together tell of fewer than k people.

`survey` and `rounds` read what the strongest attacker knows: the questionnaire, the roster, and which cells of the
responses are empty. `workbook` reads the numbers of a report, `publication` says of each which sum over which people it
is. `space`, `cut` and `bounds` look for what the sums tell; `audit` puts them together. `organisations` invents
organisations and lets the program report on them; `selftest` plants leaks and looks whether they are found.

Nothing here is shared with the program: it is written in another language and by other algorithms.
"""
