/// A number, a list or a record of them, as a golden file states it or as we computed it.
indirect enum GoldenValue: Equatable, Decodable {
    case undefined
    case number(Double)
    case text(String)
    case list([GoldenValue])
    case record([String: GoldenValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .undefined
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([GoldenValue].self) {
            self = .list(list)
        } else {
            self = .record(try container.decode([String: GoldenValue].self))
        }
    }

    init(_ number: Double?) { self = number.map(GoldenValue.number) ?? .undefined }
    init(_ number: Int) { self = .number(Double(number)) }
    init(_ list: [Double?]) { self = .list(list.map { GoldenValue($0) }) }
    init(_ record: [String: Double?]) { self = .record(record.mapValues { GoldenValue($0) }) }
    init(interval: (lower: Double?, upper: Double?)) {
        self = .record(["lower": GoldenValue(interval.lower), "upper": GoldenValue(interval.upper)])
    }
}

extension GoldenValue: ExpressibleByFloatLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    init(floatLiteral value: Double) { self = .number(value) }
    init(dictionaryLiteral elements: (String, GoldenValue)...) {
        self = .record(Dictionary(uniqueKeysWithValues: elements))
    }
    init(arrayLiteral elements: GoldenValue...) { self = .list(elements) }
}
