/// How the HTML preview looks on a desk, on a phone and on A4.
enum PreviewStyle {
    /// Shows one language at a time.
    static func switching(to language: String) -> String {
        """

        #show-\(language):checked ~ main > article:not(.in-\(language)) { display: none; }
        #show-\(language):checked ~ nav > label[for="show-\(language)"] { background: #1f4e6b; color: #fff; }
        #show-\(language):focus-visible ~ nav > label[for="show-\(language)"] { outline: 3px solid #e0a030; }
        """
    }

    static let sheet = """
        :root { color-scheme: light; --ink: #1c2630; --soft: #5b6875; --line: #dbe2e8; --accent: #1f4e6b; --tint: #f1f5f8; }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; background: #e9edf1; color: var(--ink); line-height: 1.65;
          font: 1rem/1.65 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
        article:lang(en) { font-family: "Segoe UI", "Helvetica Neue", Helvetica, "Noto Sans", "DejaVu Sans", Arial, "Noto Sans CJK SC", "PingFang SC",
          "Microsoft YaHei", sans-serif; }
        .switch { position: absolute; opacity: 0; pointer-events: none; }
        .languages { display: flex; justify-content: flex-end; gap: .5rem; max-width: 56rem; margin: 0 auto; padding: 1rem 1rem 0; }
        .languages label { padding: .25rem .9rem; border-radius: 99px; background: #fff; color: var(--accent); cursor: pointer; }
        article { max-width: 56rem; margin: 1rem auto 2rem; background: #fff; border-top: 6px solid var(--accent);
          box-shadow: 0 1px 4px rgba(20, 40, 60, .14); }
        header { padding: 2.2rem 3rem 1.4rem; }
        h1 { margin: 0 0 .6rem; font-size: 1.75rem; line-height: 1.35; text-wrap: balance; }
        header p { margin: .5rem 0; max-width: 46rem; }
        .facts { display: flex; flex-wrap: wrap; gap: 0 1.8em; color: var(--soft); font-size: .92rem; }
        .notice { font-size: .85rem; color: #7a5a12; background: #fdf6e3; border-radius: 4px; padding: .3rem .8rem; }
        section { padding: .1rem 3rem .4rem; }
        h2 { margin: 1.4rem -3rem 1.2rem; padding: .55rem 3rem; background: var(--tint); color: var(--accent);
          font-size: 1.2rem; line-height: 1.4; border-block: 1px solid var(--line); }
        fieldset { margin: 0 0 1.7rem; padding: 0; border: 0; min-width: 0; }
        legend { display: flex; gap: .7rem; padding: 0; margin-bottom: .45rem; font-weight: 600; }
        legend .number { flex: none; min-width: 1.75rem; height: 1.65em; padding: 0 .35rem; text-align: center; color: #fff;
          background: var(--accent); border-radius: 4px; font-variant-numeric: tabular-nums; font-size: .95rem; line-height: 1.75; }
        .answer { margin-inline-start: 2.45rem; }
        .note { margin: 0 0 1.6rem; padding: .1rem 1.1rem; border-inline-start: 4px solid var(--accent); background: var(--tint); }
        .remark { display: inline-block; margin-inline-start: .3em; padding: 0 .55em; border: 1px solid #b9c7d2; border-radius: 99px;
          color: var(--soft); font-size: .8rem; font-weight: 400; line-height: 1.5; }
        .help { color: var(--soft); font-size: .92rem; margin: .1rem 0 .5rem; }
        .condition { color: #8a4b08; font-size: .9rem; margin: .1rem 0 .5rem; }
        .condition::before { content: "\\2192\\00a0"; }
        span.help, span.condition { display: block; font-weight: 400; margin: 0; }
        .rule { color: #6b3fa0; font-size: .88rem; margin: .35rem 0; }
        .blank { color: var(--accent); border-bottom: 1px dashed var(--accent); font-weight: 400; }
        code { font: .78rem/1.4 ui-monospace, "DejaVu Sans Mono", monospace; color: var(--soft); font-weight: 400; }
        small { color: var(--soft); font-size: .88rem; }
        .answer > p { margin: .3rem 0; }
        .choice { display: flex; align-items: flex-start; flex-wrap: wrap; }
        .choice label { display: flex; gap: .6rem; padding: .22rem .5rem .22rem 0; cursor: pointer; min-width: 0; }
        .choice input[type=radio], .choice input[type=checkbox] { margin: .42em 0 0; flex: none; }
        .in-line { display: flex; flex-wrap: wrap; column-gap: 1.9rem; }
        input[type=radio], input[type=checkbox] { width: 1.05rem; height: 1.05rem; accent-color: var(--accent); }
        input[type=text], input[type=date], input[type=month], textarea, select { font: inherit; color: inherit; background: #fff;
          border: 1px solid #aebac4; border-radius: 4px; padding: .25rem .55rem; max-width: 100%; }
        input.line { width: 24rem; } .choice input.line { width: 14rem; } input.number { width: 8rem; }
        input.rank { width: 2.6rem; padding: 0; text-align: center; flex: none; height: 1.65em; }
        textarea { display: block; width: 100%; resize: vertical; }
        select { min-width: 14rem; }
        :is(input, textarea, select):focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
        table { border-collapse: collapse; width: 100%; margin: .2rem 0; }
        thead th { font-size: .86rem; font-weight: 400; color: var(--soft); vertical-align: bottom; padding: .3rem .35rem; text-align: center;
          line-height: 1.35; text-wrap: balance; }
        tbody th { font-weight: 400; text-align: start; padding: .5rem .8rem .5rem 0; }
        tbody tr { border-top: 1px solid var(--line); } tbody tr:last-child { border-bottom: 1px solid var(--line); }
        tbody tr:hover { background: var(--tint); }
        td { text-align: center; padding: .2rem; vertical-align: middle; }
        .statement { display: flex; gap: .45rem; }
        .row { color: var(--soft); font-variant-numeric: tabular-nums; flex: none; }
        .grid { table-layout: fixed; } thead td { width: 42%; } .many thead td { width: 24%; }
        .many thead th { font-size: .72rem; padding-inline: .1rem; hyphens: auto; overflow-wrap: anywhere; } .pair thead td { width: auto; }
        .grid label { display: block; padding: .35rem; cursor: pointer; }
        .grid label span, .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .levels { display: flex; flex-wrap: wrap; gap: .1rem 1.3rem; color: var(--soft); font-size: .9rem; }
        .levels b { color: var(--accent); }
        .steps { display: flex; flex-wrap: wrap; gap: .15rem .5rem; }
        .pair .steps { justify-content: center; flex-wrap: nowrap; } .pair td { width: 12.5rem; } .side { display: none; }
        .pair td + td { padding-inline-start: 1rem; } .pair.many .steps { display: grid; grid-template-columns: repeat(5, 1fr); }
        .steps label { display: flex; flex-direction: column; align-items: center; min-width: 1.7rem; font-size: .86rem; line-height: 1.3;
          cursor: pointer; }
        .on-paper { display: none; }
        @media (max-width: 44rem) {
          body { background: #fff; }
          article { margin: 0; box-shadow: none; }
          .languages { padding: .6rem 1rem; background: #e9edf1; }
          header { padding: 1.4rem 1.1rem .8rem; } section { padding: 0 1.1rem 1rem; }
          h1 { font-size: 1.4rem; } h2 { margin: 1rem -1.1rem; padding: .5rem 1.1rem; font-size: 1.08rem; }
          .answer { margin-inline-start: 0; }
          .choice label { padding-block: .4rem; }
          :is(.grid, .pair), :is(.grid, .pair) :is(tbody, tr, th, td) { display: block; width: auto; }
          :is(.grid, .pair) thead { display: none; }
          :is(.grid, .pair) tr { padding: .5rem 0; }
          :is(.grid, .pair) tbody th { padding: .2rem 0; font-weight: 500; }
          .grid td { text-align: start; padding: 0; }
          .grid label { display: flex; gap: .6rem; padding: .3rem .2rem; align-items: center; }
          .grid label span { position: static; width: auto; height: auto; overflow: visible; clip-path: none; white-space: normal; }
          .grid.narrow tr { display: flex; flex-wrap: wrap; } .grid.narrow th { flex: 1 0 100%; } .grid.narrow td { flex: 1; }
          .grid.narrow label { flex-direction: column; gap: 0; padding: .2rem 0; font-size: .86rem; line-height: 1.3; }
          .pair td { display: flex; align-items: center; gap: .8rem; padding: .25rem 0; }
          .side { display: block; flex: none; width: 6.5rem; text-align: start; font-size: .9rem; color: var(--soft); }
          .pair .steps { gap: .3rem .6rem; flex-wrap: wrap; } .pair.many .steps { flex: 1; } .pair td + td { padding-inline-start: 0; }
        }
        @page { size: A4; margin: 16mm 15mm; }
        @media print {
          body { background: #fff; font-size: 10.5pt; line-height: 1.5; }
          .languages, .notice { display: none; }
          article { margin: 0; max-width: none; box-shadow: none; border-top: 0; }
          header, section { padding-inline: 0; } header { padding-top: 0; border-bottom: 2px solid var(--accent); }
          h1 { font-size: 18pt; text-align: center; } .facts { justify-content: center; max-width: none; }
          h2 { margin: 1rem 0 .8rem; padding: .3rem .6rem; font-size: 12.5pt; break-after: avoid; print-color-adjust: exact; }
          legend .number { print-color-adjust: exact; }
          fieldset { margin-bottom: 1rem; } fieldset:not(:has(tbody tr:nth-child(7))) { break-inside: avoid; } legend { break-after: avoid; }
          select { color: transparent; } textarea { resize: none; }
          .choices, tr, .note, .levels { break-inside: avoid; } thead { display: table-header-group; }
          .levels { break-after: avoid; }
          input[type=radio], input[type=checkbox] { appearance: none; width: .95em; height: .95em; border: 1px solid #333; border-radius: 50%;
            background: #fff; } input[type=checkbox] { border-radius: 0; }
          input[type=text], input[type=date], input[type=month], select { border: 0; border-bottom: 1px solid #555; border-radius: 0;
            appearance: none; } ::placeholder { color: transparent; }
          ::-webkit-datetime-edit, ::-webkit-calendar-picker-indicator { visibility: hidden; }
          textarea { height: 5.5rem; border: 1px solid #777; border-radius: 0; }
          thead th { font-size: 8.5pt; } tbody th { padding-block: .3rem; }
          .on-paper { display: block; }
        }
        """
}
