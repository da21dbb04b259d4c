/// One hash that stands for many, after RFC 6962, section 2.1: none of them can be changed, added or left out without
/// changing it.
package enum MerkleTree {
    /// The root over hashes in stated order; of none of them, the hash of nothing.
    package static func root(of leaves: [[UInt8]]) -> [UInt8] {
        guard !leaves.isEmpty else { return SHA256.digest(of: []) }
        // Leaves and nodes are hashed apart, so that no node passes for a leaf.
        var level = leaves.map { SHA256.digest(of: [0] + $0) }
        while level.count > 1 {
            level = stride(from: 0, to: level.count, by: 2).map { index in
                // A last one without a neighbour moves up as it is, which is how RFC 6962 splits any number.
                index + 1 < level.count ? SHA256.digest(of: [1] + level[index] + level[index + 1]) : level[index]
            }
        }
        return level[0]
    }
}
