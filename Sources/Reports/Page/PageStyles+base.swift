extension PageStyles {
    /// What holds for every page: on a screen of any width, and on A4, where each sheet starts a page.
    static let base = """
        :root{--song:"宋体","SimSun","Songti SC","Source Han Serif SC","Noto Serif CJK SC",serif;
        --hei:"黑体","SimHei","Heiti SC","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;
        --kai:"楷体","KaiTi","Kaiti SC","STKaiti","Noto Serif CJK SC",serif;
        --fang:"仿宋","FangSong","STFangsong","Noto Serif CJK SC",serif;
        --title:"方正小标宋简体","STZhongsong","SimSun","Songti SC","Noto Serif CJK SC",serif}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:1rem;max-width:72rem;font:10.5pt/1.5 var(--song);color:#262626;background:#FFFFFF}
        h1,h2,h3{font-family:var(--hei);line-height:1.3}
        h1{font-size:18pt;border-bottom:2px solid #9E1B1E;padding-bottom:.3em}
        h2{margin:3rem 0 .2rem;padding-left:.5em;border-left:4px solid #9E1B1E;font-size:12pt;color:#595959}
        h3{margin:.5em 0 .2em;font-size:16pt}
        h4{margin:1em 0 .3em}
        nav{background:#F5F5F5;padding:.6rem 1rem}
        nav ol{margin:0;padding-left:2em;columns:14em}
        nav li{break-inside:avoid}
        a{color:#0563C1;text-underline-offset:.15em}
        p{margin:.4em 0;line-height:1.6;text-align:left}
        .subtitle{font-family:var(--kai);color:#595959}
        .note,.notes,footer{font-size:9pt;color:#595959}
        .box{overflow-x:auto;margin:.6em 0}
        .box:focus-visible{outline:2px solid #6FA8D6}
        table{border-collapse:collapse}
        th,td{padding:.2em .5em;min-width:2.5em;overflow-wrap:break-word;font-variant-numeric:tabular-nums}
        th[scope=row]{text-align:left}
        .numbers th,.numbers td{border:1px solid #BFBFBF;font-size:9pt}
        .numbers th{background-color:#EDEDED}
        .numbers td+td,td.n{text-align:right}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(13em,1fr));gap:.8em;margin:1em 0}
        .tiles div{background:#F5F5F5;padding:.5em;border-top:3px solid #BFBFBF}
        .tiles p{margin:0;line-height:1.4}
        .figures{display:flex;flex-wrap:wrap;gap:1em}
        .figures figure{flex:1 1 30em;min-width:0}
        figure{margin:1em 0;overflow-x:auto}
        figure svg{display:block;max-width:100%;min-width:30rem;height:auto;font-family:var(--hei)}
        figcaption{font-size:9pt;color:#595959}
        summary{cursor:pointer;color:#595959;font-size:9pt}
        footer{margin-top:3rem;border-top:1px solid #BFBFBF;padding-top:.5em}
        @page{size:A4;margin:18mm 15mm;@bottom-center{content:"— " counter(page) " / " counter(pages) " —"}}
        @page wide{size:A4 landscape;margin:14mm 12mm}
        @media print,(min-width:60rem){
        .beside{display:grid;grid-template-columns:5fr 4fr;gap:1.5em;align-items:start}
        .beside>*,.beside svg{min-width:0}
        }
        @media print{
        body{padding:0;max-width:none;font-size:9pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
        nav,details,header{display:none}
        section{break-before:page}
        section:first-child{break-before:auto}
        section.wide{page:wide}
        h2{margin-top:0}
        p{line-height:1.4}
        table{font-size:7.5pt}
        th,td{font-size:7.5pt !important;padding:.1em .25em;min-width:0}
        .box,figure{overflow:visible}
        figure svg{min-width:0;max-height:105mm}
        section.wide figure svg{max-height:72mm}
        .figures{flex-wrap:nowrap}
        .box table{width:100%}
        .tiles{margin:.4em 0}
        .tiles div{padding:.2em}
        .tiles p,.beside p{margin:.2em 0}
        figure{margin:.4em 0}
        h4{margin:.4em 0 .2em}
        figure,tr,.tiles div{break-inside:avoid}
        thead{display:table-header-group}
        h2,h3,h4{break-after:avoid}
        a{color:inherit}
        }

        """
}
