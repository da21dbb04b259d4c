import Surveys

/// A sentence of the first page, and the rule that made it.
struct Conclusion: Equatable {
    var rule: ConclusionRule
    /// `①`: sentences are counted without a gap, and the page of methods gives the rule the same number.
    var mark: String
    var text: String
}

/// What the first page may say, and exactly when. The page of methods prints these, so that every sentence can be traced.
enum ConclusionRule: CaseIterable {
    case totals, largestFall, largestGaps, units, decisions

    /// When it speaks, and of what.
    func wording(k: Int) -> Wording {
        switch self {
        case .totals:
            Wording(
                "报合成维度的得分、等次和变化，至多3个，先内层后外层；没有合成维度时报前2个维度；得分不显示的不报；不是百分制的注明起止分。变化经Welch检验、Holm校正后p<0.05才说提高或下降，否则一律说“基本持平”，没有检验的说不判；不能比较的不说变化。全局回收率低于75%的，一并提醒。",
                "Gives score, band and change of at most 3 composites, inner ones first; without composites of the first 2 dimensions; none whose score is not shown; a scale that is not of 100 points is named. It says rise or fall only where Welch's test with Holm's correction gives p<0.05, otherwise always “broadly unchanged”, and “not judged” where there is no test; where nothing can be compared it says nothing of change. It also tells of a response rate of the whole below 75%."
            )
        case .largestFall:
            Wording(
                "在非合成维度中，取明显变差（校正后p<0.05）且变化占量表全距比例最大的一个，并报该维度有利回答比例最低的题（至少2题、低为好的维度除外、比例只报界限的不报）；没有明显变差的就说没有；没有检验的不判，说明个数；没有可比的维度则不说。",
                "Of the dimensions that are no composites, takes the one that is clearly worse (corrected p<0.05) by the largest share of its scale, with its item of the lowest share of favourable answers (of at least 2 items; not where lower is better, nor where the share is only a bound); says so where none is clearly worse; what has no test is not judged, and counted; silent where nothing can be compared."
            )
        case .largestGaps:
            Wording(
                "取要求高于现状、配对t检验经Holm校正后p<0.05的能力，按差距由大到小报前2项；要求或现状只报界限的不报；没有这样的能力就说没有；没有检验的不判，说明项数；问卷不测能力则不说。",
                "Of the competences whose requirement exceeds what there is, by the paired t-test with Holm-corrected p<0.05, names the 2 widest gaps; none whose requirement or level is only a bound; says so where there is none; what has no test is not judged, and counted; silent where the survey has no competences."
            )
        case .units:
            Wording(
                "在显示处室的成员维度上，取与其他全部处室比较（Welch检验，维度内Holm校正）p<0.05且较差的处室，按机构顺序报前3个和维度个数；没有就说没有；没有检验的不判，说明个数。有合并的，报合并的处室数和组数（每组不少于\(k)份）。不分处室显示则不说。",
                "On the member dimensions that are shown by unit, names the units that do worse than all others together (Welch's test, Holm-corrected within the dimension, p<0.05), the first 3 in the order of the organisation, with the number of dimensions; says so where there is none; what has no test is not judged, and counted. Where units are merged, gives how many into how many sets (of at least \(k) responses). Silent where units are not shown."
            )
        case .decisions:
            Wording(
                "数出五类事项：明显变差的非合成维度；百分制且高为好、低于60分的成员维度；校正后p<0.05且差距达到量表宽度五分之一（五级为0.8）、要求不低于各项均值的能力；回收率低于75%的处室；没有检验、因此不判的变差和同样大的差距。都没有时说没有必须列入的事项。",
                "Counts five kinds: dimensions, composites aside, that are clearly worse; member dimensions of 100 points, higher being better, below 60; competences with corrected p<0.05 and a gap of at least a fifth of the scale's width (0.8 of five levels) that are required at least as much as the mean; units with a response rate below 75%; changes for the worse and gaps as wide that have no test and are not judged. Says so where there is none."
            )
        }
    }
}
