"""The independent auditor: looks in finished reports for numbers that together tell of fewer than k people.

`survey` and `rounds` read what the strongest attacker knows: the questionnaire, the roster, and which cells of the
responses are empty. `workbook` reads the `figures` of a report from its `tables`; what stands elsewhere must be among
`copies` of them. `counting` finds who is in a number, `publication` and `spreads` say which sum over these people it is,
one of `statements`. `space`, `cut` and `bounds` look for what the sums tell together; `audit` makes findings of that.
`sums` reads sums of few people for the exact oracle, `organisations` invents organisations and lets the program report
on them, `selftest` plants leaks and looks whether they are found.

Nothing here is shared with the program: it is written in another language and by other algorithms.
"""
