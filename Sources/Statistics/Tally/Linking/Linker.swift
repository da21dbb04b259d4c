/// Links the rounds: finds the same person's records and counts which cells met.
///
/// First part by part, since a person's records are all in one part; then bucket by bucket, a bucket being those who
/// stay in one group, leave or join it between two rounds.
struct Linker {
    /// The records of one piece of a file, and the place (round × groups + group) that its groups have in the whole.
    struct Source {
        var records: PersonRecords
        var places: [Int]
    }

    let layout: CountingLayout
    let sources: [Source]
    let groups: Int
    let rounds: [String]
    let threads: Int

    private var scales: Int { layout.scales.count }
    /// The movers have a bucket behind those of the groups.
    private var bucketsOfPair: Int { groups + 1 }

    /// What one thread has found: the keys of every person, in a list a bucket.
    private final class Found {
        /// Of those who stay, the earlier and then the later keys.
        let stayers: RecordLists
        let leavers: RecordLists
        let joiners: RecordLists
        /// By pair of rounds.
        var ambiguous: [Int]

        init(buckets: Int, pairs: Int, words: Int) {
            stayers = RecordLists(count: buckets, width: 2 * words)
            leavers = RecordLists(count: buckets, width: words)
            joiners = RecordLists(count: buckets, width: words)
            ambiguous = Array(repeating: 0, count: pairs)
        }
    }

    /// How many words the keys of a record have.
    private var words: Int { scales * layout.keyWords }

    func linked() -> [LinkedRounds] {
        let pairs = max(0, rounds.count - 1)
        guard pairs > 0 else { return [] }
        let buckets = pairs * bucketsOfPair
        let parts = SharedCounter(limit: PersonRecords.partCount)
        let found = SharedSlots<Found>(count: threads)
        let linker = Unchecked(self)
        inParallel(threads) { thread in
            let mine = Found(buckets: buckets, pairs: pairs, words: linker.value.words)
            while let part = parts.next() { linker.value.link(part, into: mine) }
            found[thread] = mine
        }
        let all = Unchecked((0..<threads).compactMap { found[$0] })
        let cells = layout.scales.map { scale in
            scale.keys <= 1 << 16 ? (0..<scale.keys).map(scale.cell) : []
        }
        let next = SharedCounter(limit: buckets)
        let tallies = SharedSlots<LinkedTally>(count: buckets)
        inParallel(threads) { _ in
            while let bucket = next.next() {
                tallies[bucket] = linker.value.tally(bucket, of: all.value, cells: cells)
            }
        }
        return (0..<pairs).map { pair in
            let first = pair * bucketsOfPair
            // Every bucket was counted by some thread.
            let linked = (first..<first + bucketsOfPair).map { tallies[$0]! }
            return LinkedRounds(
                earlier: rounds[pair], later: rounds[pair + 1], groups: Array(linked.dropLast()),
                movers: linked[groups], anonymous: anonymous(in: [pair, pair + 1]),
                ambiguous: all.value.reduce(0) { $0 + $1.ambiguous[pair] })
        }
    }

    private func anonymous(in rounds: [Int]) -> Int {
        sources.reduce(0) { sum, source in
            sum
                + zip(source.records.anonymous, source.places).reduce(0) {
                    $0 + (rounds.contains($1.1 / groups) ? $1.0 : 0)
                }
        }
    }

    // MARK: Persons

    /// A record in a part.
    @safe private struct Entry {
        var source: Int32
        /// The person's next record, or −1.
        var next: Int32
        var record: UnsafePointer<UInt16>
    }

    /// A person's record in one round.
    @safe private struct Answer {
        var count: Int32
        var group: Int32
        var keys: UnsafePointer<UInt16>?
    }

    /// Links the persons of one part and frees their records.
    private func link(_ part: Int, into found: Found) {
        let count = sources.reduce(0) { $0 + $1.records.parts.records(in: part) }
        guard count > 0 else { return }
        var size = 16
        while size < count * 2 { size *= 2 }
        // The first entry of a person in each place of the table, the others linked behind it.
        var table = Array(repeating: Int32(-1), count: size)
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        var heads: [Int32] = []
        heads.reserveCapacity(count)
        for (index, source) in sources.enumerated() {
            unsafe source.records.parts.forEach(in: part) { record in
                let name = unsafe PersonRecords.name(record)
                var slot = source.records.hash(name) & (size - 1)
                while table[slot] >= 0, !isSame(name, of: index, entries[Int(table[slot])]) {
                    slot = (slot + 1) & (size - 1)
                }
                let number = Int32(entries.count)
                if table[slot] < 0 {
                    table[slot] = number
                    heads.append(number)
                    unsafe entries.append(Entry(source: Int32(index), next: -1, record: record))
                } else {
                    let head = Int(table[slot])
                    unsafe entries.append(Entry(source: Int32(index), next: entries[head].next, record: record))
                    entries[head].next = number
                }
            }
        }
        let nothing = unsafe Answer(count: 0, group: 0, keys: nil)
        var answers = Array(repeating: nothing, count: rounds.count)
        for head in heads {
            for round in answers.indices { answers[round] = nothing }
            var number = head
            while number >= 0 {
                let entry = entries[Int(number)]
                let place = unsafe sources[Int(entry.source)].places[PersonRecords.group(entry.record)]
                let (round, group) = (place / groups, place % groups)
                answers[round].count += 1
                answers[round].group = Int32(group)
                unsafe answers[round].keys = entry.record + PersonRecords.headWords
                number = entry.next
            }
            emit(answers, into: found)
        }
        for source in sources { source.records.parts.removeAll(part) }
    }

    private func emit(_ answers: [Answer], into found: Found) {
        let words = words
        for pair in 0..<answers.count - 1 {
            let (earlier, later) = (answers[pair], answers[pair + 1])
            if earlier.count > 1 || later.count > 1 {
                found.ambiguous[pair] += 1
                continue
            }
            let first = pair * bucketsOfPair
            // Safe: a record has keys of `words` words, and the lists' records as many or twice as many.
            switch unsafe (earlier.keys, later.keys) {
            case (let before?, let after?):
                let bucket = first + (earlier.group == later.group ? Int(earlier.group) : groups)
                let keys = unsafe found.stayers.add(to: bucket)
                for word in 0..<words {
                    unsafe keys[word] = before[word]
                    unsafe keys[words + word] = after[word]
                }
            case (let keys?, nil):
                unsafe found.leavers.add(to: first + Int(earlier.group)).update(from: keys, count: words)
            case (nil, let keys?):
                unsafe found.joiners.add(to: first + Int(later.group)).update(from: keys, count: words)
            case (nil, nil): break
            }
        }
    }

    @inline(__always)
    private func isSame(_ name: PersonName, of source: Int, _ entry: Entry) -> Bool {
        let other = unsafe PersonRecords.name(entry.record)
        guard name.length == other.length else { return false }
        guard name.length > 8 else { return name.word == other.word }
        let mine = sources[source].records.longNames
        let theirs = sources[Int(entry.source)].records.longNames
        return mine[Int(name.word)..<Int(name.word) + name.length].elementsEqual(
            theirs[Int(other.word)..<Int(other.word) + other.length])
    }

    // MARK: Buckets

    private func tally(_ bucket: Int, of found: [Found], cells: [[ScaleCell]]) -> LinkedTally {
        var tally = LinkedTally(scales: scales)
        tally.stayers = found.reduce(0) { $0 + $1.stayers.records(in: bucket) }
        tally.leavers = found.reduce(0) { $0 + $1.leavers.records(in: bucket) }
        tally.joiners = found.reduce(0) { $0 + $1.joiners.records(in: bucket) }
        for scale in 0..<scales {
            func cell(_ key: Int) -> ScaleCell {
                cells[scale].isEmpty ? layout.scales[scale].cell(key) : cells[scale][key]
            }
            var rows: [LinkedScale.Row] = []
            eachPair(in: found.map(\.stayers), bucket, scale: scale) { earlier, later, count in
                rows.append(.init(earlier: cell(earlier), later: cell(later), count: count))
            }
            tally.scales[scale].stayers = rows
            Self.eachRun(of: keys(in: found.map(\.leavers), bucket, scale: scale)) { key, count in
                tally.scales[scale].leavers.append(.init(cell: cell(key), count: count))
            }
            Self.eachRun(of: keys(in: found.map(\.joiners), bucket, scale: scale)) { key, count in
                tally.scales[scale].joiners.append(.init(cell: cell(key), count: count))
            }
        }
        return tally
    }

    private struct KeyPair: Equatable {
        var earlier: Int
        var later: Int
    }

    /// The key of a scale, among those of a person.
    @inline(__always)
    private static func key(_ keys: UnsafePointer<UInt16>, _ scale: Int, words: Int) -> Int {
        var key = 0
        // Safe: the person has a key of so many words for every scale.
        for word in 0..<words { unsafe key |= Int(keys[scale * words + word]) << (16 * word) }
        return key
    }

    /// The keys of everybody in a bucket, ascending.
    private func keys(in lists: [RecordLists], _ bucket: Int, scale: Int) -> [Int] {
        var keys: [Int] = []
        for list in lists {
            unsafe list.forEach(in: bucket) { keys.append(unsafe Self.key($0, scale, words: layout.keyWords)) }
        }
        return keys.sorted()
    }

    /// Hands over each pair of an earlier and a later key, ascending by both, and how many have it.
    private func eachPair(in lists: [RecordLists], _ bucket: Int, scale: Int, _ body: (Int, Int, Int) -> Void) {
        let people = lists.reduce(0) { $0 + $1.records(in: bucket) }
        let keys = layout.scales[scale].keys
        // Few people are sorted sooner than many possible keys are gone through.
        guard layout.keyWords == 1, people > keys / 4, people < Int32.max else {
            var pairs: [KeyPair] = []
            for list in lists {
                unsafe list.forEach(in: bucket) { person in
                    let earlier = unsafe Self.key(person, scale, words: layout.keyWords)
                    let later = unsafe Self.key(person + words, scale, words: layout.keyWords)
                    pairs.append(KeyPair(earlier: earlier, later: later))
                }
            }
            pairs.sort { ($0.earlier, $0.later) < ($1.earlier, $1.later) }
            Self.eachRun(of: pairs) { body($0.earlier, $0.later, $1) }
            return
        }
        let first = ZeroedRoom<UInt16>(people)
        let second = ZeroedRoom<UInt16>(people)
        var count = 0
        for list in lists {
            // Safe: `people` is how many records the lists have in this bucket.
            unsafe list.forEach(in: bucket) { person in
                unsafe first.base[count] = person[scale]
                unsafe second.base[count] = person[words + scale]
                count &+= 1
            }
        }
        unsafe Self.eachPair(first.base, second.base, people, keys: keys, body)
    }

    /// The same from the earlier and the later key of everybody, sorted by counting.
    private static func eachPair(
        _ first: UnsafePointer<UInt16>, _ second: UnsafePointer<UInt16>, _ people: Int, keys: Int,
        _ body: (Int, Int, Int) -> Void
    ) {
        // Where the people of each earlier key end in the list of the later keys, one place up; later where they begin.
        let ends = ZeroedRoom<Int32>(keys + 1)
        let sorted = ZeroedRoom<UInt16>(people)
        let counts = ZeroedRoom<Int32>(keys)
        let (end, list, times) = unsafe (ends.base, sorted.base, counts.base)
        for person in 0..<people {
            let (earlier, later) = unsafe (Int(first[person]), Int(second[person]))
            precondition(earlier < keys && later < keys, "a key of the layout")
            unsafe end[earlier + 1] &+= 1
        }
        // Safe: all keys were just compared with `keys`, and the places of all keys together are those of the people.
        for key in 0..<keys { unsafe end[key + 1] &+= end[key] }
        for person in 0..<people {
            let earlier = unsafe Int(first[person])
            unsafe list[Int(end[earlier])] = second[person]
            unsafe end[earlier] &+= 1
        }
        var start = 0
        for earlier in 0..<keys {
            let stop = unsafe Int(end[earlier])
            guard start < stop else { continue }
            var (low, high) = (keys, 0)
            for place in start..<stop {
                let later = unsafe Int(list[place])
                unsafe times[later] &+= 1
                low = min(low, later)
                high = max(high, later)
            }
            for later in low...high {
                let count = unsafe Int(times[later])
                guard count > 0 else { continue }
                body(earlier, later, count)
                unsafe times[later] = 0
            }
            start = stop
        }
    }

    private static func eachRun<Key: Equatable>(of sorted: [Key], _ body: (Key, Int) -> Void) {
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
            body(sorted[start], end - start)
            start = end
        }
    }
}
