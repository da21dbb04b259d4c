"""Times pyxform on the questionnaire that `speed text likert N` prints.

    rival.py write QUESTIONNAIRE.zicha FORM.xlsx    the same questions as an XLSForm
    rival.py import                                 nanoseconds of the import
    rival.py convert FORM.xlsx RUNS                 nanoseconds of each conversion after one that is not counted
"""
import sys
import time


def write(source, target):
    from openpyxl import Workbook

    labels = ["label::中文 (zh)", "label::English (en)"]
    book = Workbook()
    survey, choices = book.active, book.create_sheet("choices")
    survey.title = "survey"
    survey.append(["type", "name", "required", *labels])
    choices.append(["list_name", "name", *labels])
    lines = open(source, encoding="utf-8").read().split("\n")
    for line, below in zip(lines, lines[1:]):
        if not line.startswith("- "):
            continue
        code, _, text = line[2:].partition(" = ")
        if below.startswith("en: "):
            survey.append(["select_one agreement", code, "yes", text.removesuffix(" [反向]"), below[4:]])
        else:
            choices.append(["agreement", code, *text.split(" | ")])
    book.save(target)


def timed(work):
    start = time.perf_counter_ns()
    work()
    print(time.perf_counter_ns() - start)


def load():
    from pyxform.xls2xform import convert  # noqa: F401


def main(arguments):
    match arguments:
        case ["write", source, target]:
            write(source, target)
        case ["import"]:
            timed(load)
        case ["convert", form, runs]:
            from pyxform.xls2xform import convert

            convert(form)
            for _ in range(int(runs)):
                timed(lambda: convert(form))
        case _:
            sys.exit(__doc__)


main(sys.argv[1:])
