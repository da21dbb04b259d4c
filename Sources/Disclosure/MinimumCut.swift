/// The fewest respondents that separate a graph whose nodes are published groups and whose edges are respondents.
///
/// Two partitions of the same people were published: each class of either is a node, and each person joins the two
/// classes that he is in. The smallest group of people whose sum any arithmetic on the published sums can isolate is the
/// global minimum cut (docs/decisions/0019).
struct MinimumCut: Equatable {
    /// How many people it cuts off.
    var weight: Int
    /// The left nodes on one side; the others of their component are on the other.
    var side: Set<Int>

    /// An edge between a class of the left partition and one of the right, with the people in both.
    struct Edge: Equatable {
        var left: Int
        var right: Int
        var people: Int
    }

    /// The least over all components, by the algorithm of Stoer and Wagner (J. ACM 44, 1997).
    ///
    /// - Returns: nil where there is no edge.
    init?(of edges: [Edge]) {
        var best: MinimumCut?
        for component in Self.components(of: edges.filter { $0.people > 0 }) {
            let cut = Self.ofConnected(component)
            if best.map({ cut.weight < $0.weight }) ?? true { best = cut }
        }
        guard let best else { return nil }
        self = best
    }

    private init(weight: Int, side: Set<Int>) {
        self.weight = weight
        self.side = side
    }

    /// The edges, component by component, in the order of their first edge.
    private static func components(of edges: [Edge]) -> [[Edge]] {
        var components: [(left: Set<Int>, right: Set<Int>, edges: [Edge])] = []
        for edge in edges {
            var joined: (left: Set<Int>, right: Set<Int>, edges: [Edge]) = ([edge.left], [edge.right], [edge])
            var rest: [(left: Set<Int>, right: Set<Int>, edges: [Edge])] = []
            for component in components.reversed() {
                if component.left.contains(edge.left) || component.right.contains(edge.right) {
                    joined.left.formUnion(component.left)
                    joined.right.formUnion(component.right)
                    joined.edges = component.edges + joined.edges
                } else {
                    rest.insert(component, at: 0)
                }
            }
            components = rest + [joined]
        }
        return components.map(\.edges)
    }

    private static func ofConnected(_ edges: [Edge]) -> MinimumCut {
        let lefts = Set(edges.map(\.left)).sorted()
        let rights = Set(edges.map(\.right)).sorted()
        let count = lefts.count + rights.count
        let leftIndex = Dictionary(uniqueKeysWithValues: lefts.enumerated().map { ($0.element, $0.offset) })
        let rightIndex = Dictionary(
            uniqueKeysWithValues: rights.enumerated().map { ($0.element, lefts.count + $0.offset) })
        var weights = Array(repeating: Array(repeating: 0, count: count), count: count)
        for edge in edges {
            guard let left = leftIndex[edge.left], let right = rightIndex[edge.right] else { continue }
            weights[left][right] += edge.people
            weights[right][left] += edge.people
        }
        // What each node stands for, once nodes have been contracted.
        var members = (0..<count).map { [$0] }
        var nodes = Array(0..<count)
        var best = MinimumCut(weight: .max, side: [])
        while nodes.count > 1 {
            var attached = [nodes[0]]
            var pull = weights[nodes[0]]
            while attached.count < nodes.count {
                let free = nodes.filter { !attached.contains($0) }
                // The first of the strongest, so that equal graphs are always cut alike.
                guard let next = free.max(by: { pull[$0] < pull[$1] || (pull[$0] == pull[$1] && $0 > $1) }) else {
                    break
                }
                attached.append(next)
                for node in nodes where node != next { pull[node] += weights[next][node] }
            }
            let (last, before) = (attached[attached.count - 1], attached[attached.count - 2])
            let weight = nodes.filter { $0 != last }.reduce(0) { $0 + weights[last][$1] }
            if weight < best.weight {
                best = MinimumCut(
                    weight: weight, side: Set(members[last].filter { $0 < lefts.count }.map { lefts[$0] }))
            }
            for node in nodes where node != last && node != before {
                weights[before][node] += weights[last][node]
                weights[node][before] = weights[before][node]
            }
            members[before] += members[last]
            nodes.removeAll { $0 == last }
        }
        return best
    }
}
