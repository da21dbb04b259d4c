# Two commands are enough on a new machine: `make demo` and `make test`.

.PHONY: help demo test pages release typos bench leaks oracle mutants nightly seeds format lint

# The debug build: it is done sooner than the optimised one, and `make test` needs it anyway.
zicha := .build/debug/zicha
name := learning-organ-2024-2026
inputs := --survey surveys/learning-organ-2026.zicha --roster seeds/roster.csv \
	--responses 2024=seeds/responses-2024.csv \
	--responses 2025=seeds/responses-2025.csv \
	--responses 2026=seeds/responses-2026.csv
# The same words on every machine and every day, so that the same input gives the same report.
identity := --organisation 云岭市发展服务局 --date 2026-12-01
seed := 2026

help:
	@echo 'make demo    三年示例：由 surveys/ 和 seeds/ 生成 reports/ | the example: rebuild reports/'
	@echo 'make test    运行测试 | run the tests'
	@echo 'make pages   示例工作簿逐页打印成图片 | pictures of the example workbook, page by page'
	@echo 'make typos   数有多少手误被指出 | count the typos that are noticed'
	@echo 'make release 优化的程序 | the optimised program: .build/release/zicha'
	@echo 'make bench   测量速度 | measure the speed (rivals=FOLDER: beside C, polars, pandas and R)'
	@echo 'make leaks   独立审计：报告合起来会不会透露少数几个人（number=300） | audit: do reports together tell of a few people?'
	@echo 'make oracle  小规模穷举：少于三人的组合逐一试过（rounds=300） | exact search: every set of fewer than three people'
	@echo 'make mutants 植入已知的错误，看是否都被发现 | plant known faults: is each caught?'
	@echo 'make nightly 以上各项的完整规模 | these checks at their full size'
	@echo 'make seeds   重新编造示例答卷 | invent the example responses anew'
	@echo 'make format  排版源代码 | format the sources'
	@echo 'make lint    检查排版 | check their format'

demo:
	scripts/setup
	swift build --product zicha
	$(zicha) check surveys/*.zicha
	$(zicha) report $(inputs) $(identity) --overwrite -o reports/$(name).xlsx
	$(zicha) report $(inputs) $(identity) --overwrite -o reports/$(name).txt
	$(zicha) report $(inputs) $(identity) --overwrite -o reports/$(name).html
	$(zicha) report $(inputs) $(identity) --edition office --overwrite -o reports/$(name)-office.xlsx
	$(zicha) report $(inputs) $(identity) --lang en --overwrite -o reports/$(name)-en.xlsx
	rm -rf reports/units
	$(zicha) report $(inputs) $(identity) --units reports/units
	@echo
	@echo '请打开 | now open: reports/$(name).xlsx'
	@echo '没有表格软件时看 | without a spreadsheet program: reports/$(name).html, reports/$(name).txt'

test:
	scripts/setup
	swift test --disable-xctest

# What the reader sees, without a spreadsheet program: .build/pages/page-01.png and so on.
pages:
	scripts/setup --checks
	scripts/pages reports/$(name).xlsx .build/pages

# More surveys to try: make typos with=path/to/survey.zicha
typos:
	scripts/setup
	swift build -c release --product MutationGate
	.build/release/MutationGate surveys/*.zicha Tests/Fixtures/every-piece.zicha $(with)

# The program as it is given away: optimised, and with Swift's library inside.
release:
	scripts/setup
	swift build -c release --static-swift-stdlib --product zicha

# With rivals=FOLDER (gen.c, ref.c, bench_*.py, bench.R, xl.c, xl_xw.py) the tally and the workbook are measured beside them.
bench: release
	scripts/setup --bench
	swift build -c release --static-swift-stdlib --package-path Benchmarks
	Benchmarks/bench
	Benchmarks/tally-bench $(rivals)
	Benchmarks/workbook-bench $(rivals)

# What the program publishes of invented organisations, audited from outside: make leaks number=1000 first=7
number := 300
first := 1
leaks: release
	scripts/setup --checks
	scripts/leaks --self-test
	scripts/leaks --random $(number) --seed $(first) --program .build/release/zicha

# What reports tell of random rounds of few people, with k = 3, against every set of fewer people: make oracle rounds=3000
rounds := 300
oracle:
	scripts/setup --checks
	swift build --product Oracle
	.build/debug/Oracle --rounds $(rounds) --seed $(first) > .build/sums.json
	scripts/leaks --sums .build/sums.json

# Only what is committed is tried.
mutants:
	scripts/setup --checks
	scripts/mutants --quick

nightly:
	$(MAKE) oracle rounds=3000
	$(MAKE) leaks number=1000
	scripts/mutants

seeds:
	scripts/setup
	swift build --product zicha
	for year in 2024 2025 2026; do \
		$(zicha) simulate --survey surveys/learning-organ-$$year.zicha --roster seeds/roster.csv \
			--seed $(seed) --overwrite -o seeds/responses-$$year.csv || exit 1; \
	done

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources
