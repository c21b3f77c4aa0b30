"""The words for *not* in five languages: a piece of the patterns that tell what is denied."""

NOT = (
    r"(?:ikke|ikkje|inte|icke|ej|not|no|ingen|inga|inget|intet|aldri|aldrig|never|neppe|næppe|knappast|hardly|hverken|"
    r"verken|varken|korkje|neither|lite)"
)
