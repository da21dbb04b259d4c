extension SurveyReading {
    /// What people wrote for people: wordings, translations, comments and the words of 凭证, in the order of the text.
    ///
    /// All that lies between is read by the machine. UTF-8 offsets; no two of them touch.
    package var textZones: [Range<Int>] {
        var zones = survey.texts.map(\.place.range) + map.translations.values
        for line in source.lines where line.isComment(line.content) {
            zones.append(line.place(line.content.lowerBound + 2..<line.content.upperBound))
        }
        let access = SourceMap.Property(target: .header, keyword: .access)
        if let keyword = map.properties[access] {
            let line = source.line(at: keyword.lowerBound)
            if let colon = line.machine[line.content].firstIndex(of: ":") {
                zones.append(line.place(line.trimmed(colon + 1..<line.end)))
            }
        }
        var merged: [Range<Int>] = []
        for zone in zones.sorted(by: { $0.lowerBound < $1.lowerBound }) where !zone.isEmpty {
            if let last = merged.last, zone.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, zone.upperBound)
            } else {
                merged.append(zone)
            }
        }
        return merged
    }
}

extension Survey {
    /// Every text of the survey, names of scales and dimensions among them.
    fileprivate var texts: [LocalText] {
        var all = [title] + introduction
        for scale in scales { all += [scale.name] + scale.levels.map(\.text) }
        for section in sections {
            all += [section.title] + section.help
            for question in section.questions {
                all += [question.text] + question.help + question.checks.compactMap(\.message)
                for option in question.options { all += [option.text] + option.help }
                for row in question.rows { all += [row.text] + row.help + row.advice }
            }
        }
        for dimension in dimensions { all += [dimension.name] + dimension.advice + dimension.bands.map(\.text) }
        return all
    }
}
